using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;
using Digest.Publish;
using Digest.Run;
using Microsoft.Extensions.Options;

namespace Digest.Commands;

/// <summary><c>digest import</c>: an existing archive becomes past issues, shown and never mailed.</summary>
public static class ImportCommand
{
    public static Command Create(CommandHost host)
    {
        var path = new Argument<string>("path") { Description = "A Markdown file, or a folder of them (Jekyll, Hugo)" };
        var slug = SubscribersCommand.NewsletterOption();
        var command = new Command("import", "Turn an existing Markdown archive into past issues, and publish them")
        {
            path, slug,
        }.WithExample("digest import ../old-site/_posts --newsletter community-weekly");
        command.SetAction(host.WithStorage((session, cancellationToken) => RunAsync(
            session,
            Path.GetFullPath(session.Arguments.GetRequiredValue(path), session.WorkingDirectory),
            session.Arguments.GetRequiredValue(slug),
            cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSession session, string path, string slug, CancellationToken cancellationToken)
    {
        var newsletter = await OpenAsync(session, path, slug, cancellationToken);
        using var held = session.Get<RunLock>().Take(newsletter);
        var report = await session.Get<ArchiveImport>().RunAsync(path, newsletter, cancellationToken);
        var published = await session.Get<Publisher>().PublishAsync(newsletter, cancellationToken);
        session.Show(
            () => ImportedJson.Write(newsletter.Slug, report, published),
            screen => screen.Show(ArchiveOutline.Of(newsletter.Slug, report, published)));
        if (report.Refused == 0)
            return ExitCodes.Done;

        return report.Refused == report.Files.Count ? ExitCodes.Failed : ExitCodes.PartlyDone;
    }

    /// <summary>A newsletter that is not there yet is made from what the archive tells.</summary>
    private static async Task<Newsletter> OpenAsync(
        CommandSession session, string path, string slug, CancellationToken cancellationToken)
    {
        var catalog = session.Get<NewsletterCatalog>();
        var digests = session.Get<IOptions<PathsOptions>>().Value.Digests;
        if (Directory.Exists(digests) && catalog.Find(slug) is { } known)
            return known;

        var proposal = await ArchiveNewsletter.ProposeAsync(path, slug, cancellationToken);
        var file = await NewsletterFile.CreateAsync(digests, proposal, cancellationToken);
        session.Screen.Message($"{slug}: made {session.Screen.Shown(file)}; set its sender there before you send");
        return catalog.Get(slug);
    }
}
