using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Model;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest issues cancel</c>: gives an issue up and frees its items for the next one.</summary>
public static class IssueCancelCommand
{
    public static Command Create(CommandHost host)
    {
        var issue = IssueArgument.Create();
        var command = new Command("cancel", "Give up a draft or an approved issue; its items are free for the next one")
        {
            issue,
        }.WithExample("digest issues cancel community-weekly/1");
        command.SetAction(host.WithStorage((session, cancellationToken) =>
            RunAsync(session, session.Arguments.GetRequiredValue(issue), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(CommandSession session, string text, CancellationToken cancellationToken)
    {
        var (newsletter, reference) = session.Issue(text);
        using var held = session.Get<RunLock>().Take(newsletter);
        var store = session.Get<IIssueStore>();
        var issue = await store.FindAsync(reference, cancellationToken)
            ?? throw IssueTrouble.Unknown(reference);
        if (!await store.CancelAsync(reference, cancellationToken))
        {
            throw new DigestException(
                $"{reference}: is {IssueJson.Word(issue.State)}; only a draft or an approved issue can be cancelled");
        }

        session.Show(
            () => new JsonObject { ["issue"] = reference.ToString(), ["state"] = IssueJson.Word(IssueState.Cancelled) },
            screen => screen.Line($"{reference}: cancelled; its items are free for the next issue"));
        return ExitCodes.Done;
    }
}
