using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Compose;
using Digest.Newsletters;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest issues new</c>: opens the next draft, also where nothing was gathered.</summary>
public static class IssueNewCommand
{
    public static Command Create(CommandHost host)
    {
        var slug = new Argument<string>("newsletter") { Description = "The newsletter's slug" };
        var at = new Option<string?>("--at")
        {
            Description = "The moment to take for now: a day (its end, in the newsletter's zone) or a time with offset",
            HelpName = "MOMENT",
        };
        var command = new Command("new", "Open the next draft, to be written by hand or with what waits") { slug, at }
            .WithExample("digest issues new community-weekly");
        command.SetAction(host.WithStorage((session, cancellationToken) => RunAsync(
            session, session.Arguments.GetRequiredValue(slug), session.Arguments.GetValue(at), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSession session, string slug, string? at, CancellationToken cancellationToken)
    {
        var newsletter = session.Get<NewsletterCatalog>().Get(slug);
        var moment = session.Get<RunClock>().For(newsletter, at);
        using var held = session.Get<RunLock>().Take(newsletter);
        var drafted = await session.Get<Composer>().BeginAsync(newsletter, moment, cancellationToken);
        session.Show(() => Json(drafted), screen => screen.Show(Words(drafted)));
        return ExitCodes.Done;
    }

    private static JsonObject Json(ComposeOutcome.Drafted drafted)
    {
        var node = IssueJson.Write(drafted.Issue);
        node["path"] = drafted.Path;
        node["added"] = drafted.Added;
        return node;
    }

    private static Outline Words(ComposeOutcome.Drafted drafted) =>
        new($"{drafted.Issue.Ref}: draft of {drafted.Issue.Title}, {drafted.Added} items")
        {
            Path = drafted.Path,
            Children = [new Outline($"next: edit it, then digest approve {drafted.Issue.Ref}")],
        };
}
