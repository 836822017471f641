using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest status</c>: how everything stands, or one issue.</summary>
public static class StatusCommand
{
    public static Command Create(CommandHost host)
    {
        var issue = IssueArgument.Create();
        issue.Arity = ArgumentArity.ZeroOrOne;
        var command = new Command("status", "Show how the newsletters stand, or one issue with its letters") { issue }
            .WithExample("digest status", "digest status community-weekly/1 --json");
        command.SetAction(host.WithStorage((session, cancellationToken) =>
            session.Arguments.GetValue(issue) is { } text
                ? ShowIssueAsync(session, text, cancellationToken)
                : ShowAllAsync(session, cancellationToken)));
        return command;
    }

    private static async Task<int> ShowAllAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var reader = session.Get<StatusReader>();
        var all = new List<NewsletterStatus>();
        foreach (var newsletter in session.Get<NewsletterCatalog>().Load())
            all.Add(await reader.ReadAsync(newsletter, cancellationToken));

        session.Show(
            () => new JsonObject { ["newsletters"] = JsonNodes.Array(all, StatusJson.Write) },
            screen => all.ForEach(status => screen.Show(StatusOutline.Of(status))));
        return ExitCodes.Done;
    }

    private static async Task<int> ShowIssueAsync(
        CommandSession session, string text, CancellationToken cancellationToken)
    {
        var (newsletter, reference) = session.Issue(text);
        var status = await session.Get<StatusReader>().ReadAsync(newsletter, reference, cancellationToken)
            ?? throw IssueTrouble.Unknown(reference);
        session.Show(() => StatusJson.Write(status), screen => screen.Show(StatusOutline.Of(status, newsletter.Zone)));
        return ExitCodes.Done;
    }
}
