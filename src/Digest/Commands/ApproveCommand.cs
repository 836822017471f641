using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest approve</c>: freezes a draft as its editor left it.</summary>
public static class ApproveCommand
{
    public static Command Create(CommandHost host)
    {
        var issue = IssueArgument.Create();
        var command = new Command("approve", "Freeze a draft: render it once and for all; nothing is sent yet")
        {
            issue,
        }.WithExample("digest approve community-weekly/1");
        command.SetAction(host.WithStorage((session, cancellationToken) =>
            RunAsync(session, session.Arguments.GetRequiredValue(issue), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(CommandSession session, string text, CancellationToken cancellationToken)
    {
        var (newsletter, reference) = session.Issue(text);
        var at = session.Get<RunClock>().For(newsletter, at: null);
        using var held = session.Get<RunLock>().Take(newsletter);
        var outcome = await session.Get<IssueApproval>().ApproveAsync(held, reference, at, cancellationToken);
        session.Show(() => Json(outcome), screen => screen.Show(Words(outcome)));
        return ExitCodes.Done;
    }

    private static JsonObject Json(ApprovalOutcome outcome)
    {
        var node = IssueJson.Write(outcome.Content.Issue);
        node["isNew"] = outcome is ApprovalOutcome.Frozen;
        return node;
    }

    private static Outline Words(ApprovalOutcome outcome)
    {
        var issue = outcome.Content.Issue;
        var did = outcome is ApprovalOutcome.Frozen ? "approved" : "was approved before; nothing changed";
        return new Outline($"{issue.Ref}: {issue.Title}, {did}")
        {
            Children =
            [
                .. SectionCounts.Of(outcome.Content)
                    .Select(section => new Outline($"{section.Section}: {section.Items}")),
                new Outline($"next: digest preview {issue.Ref}, then digest send {issue.Ref}") { Tone = Tone.Quiet },
            ],
        };
    }
}
