using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Digest.Feeds.Opml;
using Digest.Files;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;

namespace Digest.Commands;

/// <summary><c>digest sources export</c>: a newsletter's feeds as OPML.</summary>
public static class SourcesExportCommand
{
    public static Command Create(CommandHost host)
    {
        var slug = new Argument<string>("newsletter") { Description = "The newsletter's slug" };
        var output = OutputOption.Create();
        var command = new Command("export", "Write a newsletter's feeds as OPML 2.0, for feed readers") { slug, output }
            .WithExample("digest sources export community-weekly --output feeds.opml");
        command.SetAction(host.WithoutStorage((session, cancellationToken) =>
        {
            session.CheckOptions();
            var newsletter = session.Get<NewsletterCatalog>().Get(session.Arguments.GetRequiredValue(slug));
            return RunAsync(session, newsletter, session.Arguments.GetValue(output), cancellationToken);
        }));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSession session, Newsletter newsletter, string? output, CancellationToken cancellationToken)
    {
        var feeds = newsletter.Sources.Where(source => source is { Type: "feed", Url: not null }).ToList();
        var opml = OpmlWriter.Write(new OpmlDocument { Title = newsletter.Title, Feeds = [.. feeds.Select(Feed)] });
        if (feeds.Count < newsletter.Sources.Count)
        {
            var left = Counted.Of(newsletter.Sources.Count - feeds.Count, "source");
            session.Screen.Message($"{newsletter.Slug}: {left} left out: OPML lists feeds on the web");
        }

        if (output is null)
        {
            var text = Encoding.UTF8.GetString(opml);
            session.Show(() => Json(newsletter, feeds.Count, "opml", text), screen => screen.Block(text));
            return ExitCodes.Done;
        }

        var path = Path.GetFullPath(output, session.WorkingDirectory);
        await AtomicFile.WriteAsync(path, opml, cancellationToken);
        session.Show(
            () => Json(newsletter, feeds.Count, "path", path),
            screen => screen.Show(new Outline($"{newsletter.Slug}: {Counted.Of(feeds.Count, "feed")}")
            {
                Path = path,
            }));
        return ExitCodes.Done;
    }

    private static OpmlFeed Feed(SourceDefinition source) => new()
    {
        Url = source.Url!.AbsoluteUri,
        Title = source.Id,
        Language = source.Language,
        Tags = source.Tags,
    };

    private static JsonObject Json(Newsletter newsletter, int feeds, string kind, string value) => new()
    {
        ["newsletter"] = newsletter.Slug,
        ["feeds"] = feeds,
        [kind] = value,
    };
}
