using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Digest.Compose;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest issues</c>: drafts and past issues.</summary>
public static class IssuesCommand
{
    public static Command Create(CommandHost host) => new("issues", "Show, begin, edit and cancel issues")
    {
        CreateList(host),
        CreateShow(host),
        IssueNewCommand.Create(host),
        IssueEditCommand.Create(host),
        IssueCancelCommand.Create(host),
    };

    private static Command CreateList(CommandHost host)
    {
        var slug = new Argument<string?>("newsletter")
        {
            Description = "The newsletter's slug (default: all of them)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("list", "List the issues, newest first") { slug }
            .WithExample("digest issues list community-weekly");
        command.SetAction(host.WithStorage((session, cancellationToken) =>
            ListAsync(session, session.Arguments.GetValue(slug), cancellationToken)));
        return command;
    }

    private static Command CreateShow(CommandHost host)
    {
        var issue = IssueArgument.Create();
        var command = new Command("show", "Show one issue") { issue }
            .WithExample("digest issues show community-weekly/1");
        command.SetAction(host.WithStorage((session, cancellationToken) =>
            ShowAsync(session, session.Arguments.GetRequiredValue(issue), cancellationToken)));
        return command;
    }

    private static async Task<int> ListAsync(CommandSession session, string? slug, CancellationToken cancellationToken)
    {
        var catalog = session.Get<NewsletterCatalog>();
        var all = new List<Issue>();
        foreach (var newsletter in slug is null ? catalog.Load() : [catalog.Get(slug)])
            all.AddRange(await session.Get<IIssueStore>().ListAsync(newsletter.Slug, cancellationToken));

        session.Show(
            () => new JsonObject { ["issues"] = JsonNodes.Array(all, IssueJson.Write) },
            screen => screen.Table(["issue", "title", "from", "to", "state"], all.Select(Row)));
        return ExitCodes.Done;
    }

    private static async Task<int> ShowAsync(CommandSession session, string text, CancellationToken cancellationToken)
    {
        var (newsletter, reference) = session.Issue(text);
        var issue = await session.Get<IIssueStore>().FindAsync(reference, cancellationToken)
            ?? throw IssueTrouble.Unknown(reference);
        var path = DraftFiles.PathOf(newsletter, reference);
        var node = IssueJson.Write(issue);
        node["path"] = path;
        session.Show(() => node, screen => screen.Show(Words(issue, path, newsletter.Zone)));
        return ExitCodes.Done;
    }

    private static IReadOnlyList<string> Row(Issue issue) =>
        [issue.Ref.ToString(), issue.Title, Day(issue.From), Day(issue.To), State(issue)];

    private static Outline Words(Issue issue, string path, TimeZoneInfo zone) =>
        new($"{issue.Ref}: {issue.Title}, {State(issue)}")
        {
            Path = path,
            Children =
            [
                new Outline($"covers: {Day(issue.From)} to {Day(issue.To)}"),
                new Outline($"created: {Moments.Of(issue.Created, zone)}"),
                new Outline($"approved: {Moment(issue.Approved, zone)}"),
                new Outline($"sent: {Moment(issue.Sent, zone)}"),
                new Outline($"sha256: {issue.ContentHash ?? "none while a draft"}"),
            ],
        };

    private static string State(Issue issue) => issue.Imported ? "imported" : IssueJson.Word(issue.State);

    private static string Moment(DateTimeOffset? moment, TimeZoneInfo zone) =>
        moment is null ? "not yet" : Moments.Of(moment.Value, zone);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
