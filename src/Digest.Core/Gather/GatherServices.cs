using System.Net;
using Digest.Gather.Answers;
using Digest.Gather.Command;
using Digest.Gather.Discourse;
using Digest.Gather.Etherpad;
using Digest.Gather.Feed;
using Digest.Gather.Gerrit;
using Digest.Gather.GitHub;
using Digest.Gather.GitLab;
using Digest.Gather.HyperKitty;
using Digest.Gather.Launchpad;
using Digest.Gather.Mailbox;
using Digest.Gather.MediaWiki;
using Digest.Gather.Meetbot;
using Digest.Gather.Notes;
using Digest.Gather.Pipermail;
using Digest.Gather.Web;
using Digest.Gather.WebPage;
using Digest.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Digest.Gather;

/// <summary>
/// Registers the Gather stage and its connectors. <see cref="ISourceStore"/> comes from the storage module.
/// </summary>
public static class GatherServices
{
    public static IServiceCollection AddGather(this IServiceCollection services)
    {
        services.AddOptions<GatherOptions>().BindConfiguration(GatherOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GatherOptions>, GatherOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddWeb();
        services.AddSingleton<HostWaits>();
        services.AddSingleton<AnswerArchive>();
        services.TryAddSingleton(new SourceSecrets(Environment.GetEnvironmentVariable));
        services.AddConnectors();
        services.AddSingleton<Gatherer>();
        return services;
    }

    private static void AddWeb(this IServiceCollection services)
    {
        // The fetcher has a limit of its own that covers redirects and the body.
        services.AddHttpClient(WebFetcher.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(
                provider => provider.GetRequiredService<NetworkGuard>().Handler());
        services.TryAddSingleton<ResolveHost>(Dns.GetHostAddressesAsync);
        services.AddSingleton<NetworkGuard>();
        services.AddSingleton<HostTurns>();
        services.AddSingleton<WebFetcher>();
        services.AddSingleton<WebSessions>();
    }

    /// <summary>Every kind of source there is.</summary>
    private static void AddConnectors(this IServiceCollection services)
    {
        services.AddConnector<FeedSourceReader>(FeedSourceReader.Kind);
        services.AddConnector<MarkdownSourceReader>(MarkdownSourceReader.Kind);
        services.AddConnector<GerritSourceReader>(GerritSourceReader.Kind);
        services.AddConnector<LaunchpadBugReader>(LaunchpadBugReader.Kind);
        services.AddConnector<LaunchpadBlueprintReader>(LaunchpadBlueprintReader.Kind);
        services.AddConnector<LaunchpadMilestoneReader>(LaunchpadMilestoneReader.Kind);
        services.AddConnector<GitHubSourceReader>(GitHubSourceReader.Kind);
        services.AddConnector<GitLabSourceReader>(GitLabSourceReader.Kind);
        services.AddConnector<DiscourseSourceReader>(DiscourseSourceReader.Kind);
        services.AddConnector<MediaWikiSourceReader>(MediaWikiSourceReader.Kind);
        services.AddConnector<WebPageSourceReader>(WebPageSourceReader.Kind);
        services.AddConnector<CommandSourceReader>(CommandSourceReader.Kind);
        services.AddConnector<PipermailSourceReader>(PipermailSourceReader.Kind);
        services.AddConnector<HyperKittySourceReader>(HyperKittySourceReader.Kind);
        services.AddConnector<MailboxSourceReader>(MailboxSourceReader.Kind);
        services.AddConnector<EtherpadSourceReader>(EtherpadSourceReader.Kind);
        services.AddConnector<MeetbotSourceReader>(MeetbotSourceReader.Kind);
    }

    private static void AddConnector<TReader>(this IServiceCollection services, SourceKind kind)
        where TReader : class, ISourceReader
    {
        services.AddSingleton<ISourceReader, TReader>();
        services.AddSingleton(kind);
    }
}
