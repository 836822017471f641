using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Newsletters;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest sources import</c>: the feeds of an OPML file become sources.</summary>
public static class SourcesImportCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string>("file") { Description = "An OPML file, as feed readers export it" };
        var slug = SubscribersCommand.NewsletterOption();
        var rehearsal = new Option<bool>("--dry-run") { Description = "Tell what would be added; change nothing" };
        var command = new Command("import", "Add the feeds of an OPML file to newsletter.yml; the rest of it stays")
        {
            file, slug, rehearsal,
        }.WithExample("digest sources import feeds.opml --newsletter community-weekly --dry-run");
        command.SetAction(host.WithoutStorage(async (session, cancellationToken) =>
        {
            session.CheckOptions();
            var newsletter = session.Get<NewsletterCatalog>().Get(session.Arguments.GetRequiredValue(slug));
            var path = Path.GetFullPath(session.Arguments.GetRequiredValue(file), session.WorkingDirectory);
            var isRehearsal = session.Arguments.GetValue(rehearsal);
            var report = await session.Get<SourceImport>().RunAsync(path, newsletter, isRehearsal, cancellationToken);
            session.Show(
                () => Json(newsletter.Slug, report, isRehearsal),
                screen => screen.Show(SourceImportOutline.Of(newsletter.Slug, report, isRehearsal)));
            return report.Refused.Any() ? ExitCodes.PartlyDone : ExitCodes.Done;
        }));
        return command;
    }

    private static JsonObject Json(string newsletter, SourceImportReport report, bool isRehearsal) => new()
    {
        ["newsletter"] = newsletter,
        ["path"] = report.File,
        ["dryRun"] = isRehearsal,
        ["added"] = JsonNodes.Array(report.Added, Json),
        ["known"] = JsonNodes.Array(report.Known, known => Line(known, "source", known.Source)),
        ["refused"] = JsonNodes.Array(report.Refused, refused => Line(refused, "reason", refused.Reason)),
        ["warnings"] = JsonNodes.Texts(report.Warnings),
    };

    private static JsonObject Json(SourceImportOutcome.Added added) => new()
    {
        ["line"] = added.Feed.Line,
        ["source"] = added.Source.Id,
        ["title"] = added.Feed.Title,
        ["url"] = added.Source.Url.AbsoluteUri,
        ["language"] = added.Source.Language,
        ["tags"] = JsonNodes.Texts(added.Source.Tags),
    };

    private static JsonObject Line(SourceImportOutcome outcome, string kind, string value) => new()
    {
        ["line"] = outcome.Feed.Line,
        ["url"] = outcome.Url,
        [kind] = value,
    };
}
