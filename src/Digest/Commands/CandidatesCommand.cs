using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Compose;
using Digest.Newsletters;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest candidates</c>: what waits for an issue.</summary>
public static class CandidatesCommand
{
    public static Command Create(CommandHost host)
    {
        var slug = new Argument<string?>("newsletter")
        {
            Description = "The newsletter's slug",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var section = new Option<string?>("--section")
        {
            Description = "Only those of one section, by its id or title",
            HelpName = "SECTION",
        };
        var command = new Command("candidates", "List what waits for an issue, the best first, and let things rest")
        {
            slug, section, CreateDrop(host),
        }.WithExample("digest candidates community-weekly", "digest candidates community-weekly --section keel");
        command.SetAction(host.WithStorage((session, cancellationToken) => ListAsync(
            session, session.Arguments.GetValue(slug), session.Arguments.GetValue(section), cancellationToken)));
        return command;
    }

    private static Command CreateDrop(CommandHost host)
    {
        var slug = new Argument<string>("newsletter") { Description = "The newsletter's slug" };
        var items = new Argument<string[]>("item")
        {
            Description = "Items that wait, by their ids",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("drop", "Let items rest: they are offered to no issue any more") { slug, items }
            .WithExample("digest candidates drop community-weekly 0b5jescky8qn");
        command.SetAction(host.WithStorage((session, cancellationToken) => DropAsync(
            session,
            session.Arguments.GetRequiredValue(slug),
            session.Arguments.GetRequiredValue(items),
            cancellationToken)));
        return command;
    }

    private static async Task<int> ListAsync(
        CommandSession session, string? slug, string? section, CancellationToken cancellationToken)
    {
        var all = session.Get<NewsletterCatalog>();
        var found = new List<Candidate>();
        foreach (var newsletter in slug is null ? all.Load() : [all.Get(slug)])
        {
            var now = session.Get<RunClock>().For(newsletter, at: null);
            var title = section is null ? null : SectionNames.TitleOf(newsletter, section);
            var waiting = await session.Get<CandidateDesk>().ListAsync(newsletter, now, cancellationToken);
            found.AddRange(waiting.Where(one => title is null || one.Section.Split(" › ").Contains(title)));
        }

        session.Show(
            () => new JsonObject { ["candidates"] = JsonNodes.Array(found, RunReportJson.Candidate) },
            screen => screen.Table(["item", "section", "score", "title", "reasons"], found.Select(Row)));
        return ExitCodes.Done;
    }

    private static async Task<int> DropAsync(
        CommandSession session, string slug, string[] items, CancellationToken cancellationToken)
    {
        var newsletter = session.Get<NewsletterCatalog>().Get(slug);
        var now = session.Get<RunClock>().For(newsletter, at: null);
        using var held = session.Get<RunLock>().Take(newsletter);
        await session.Get<CandidateDesk>().DropAsync(newsletter, items, now, cancellationToken);
        session.Show(
            () => new JsonObject { ["newsletter"] = slug, ["dropped"] = items.Length },
            screen => screen.Line($"{slug}: {Counted.Of(items.Length, "item")} dropped"));
        return ExitCodes.Done;
    }

    private static IReadOnlyList<string> Row(Candidate candidate) =>
        [candidate.ItemId, candidate.Section, $"{candidate.Score}", candidate.Title, candidate.Reasons];
}
