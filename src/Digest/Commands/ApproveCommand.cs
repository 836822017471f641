using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Lint;
using Digest.Model;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest approve</c>: freezes a draft as its editor left it, unless it holds errors.</summary>
public static class ApproveCommand
{
    public static Command Create(CommandHost host)
    {
        var issue = IssueArgument.Create();
        var despite = new Option<string[]>("--despite")
        {
            Description = "Approve in spite of the errors of a rule that you have looked at; may be repeated",
            HelpName = "RULE",
        };
        var command = new Command("approve", "Check a draft and freeze it: render it once and for all; nothing is sent")
        {
            issue, despite,
        }.WithExample("digest approve community-weekly/1", "digest approve community-weekly/1 --despite link-private");
        command.SetAction(host.WithStorage((session, cancellationToken) => RunAsync(
            session,
            session.Arguments.GetRequiredValue(issue),
            session.Arguments.GetValue(despite) ?? [],
            cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSession session, string text, string[] despite, CancellationToken cancellationToken)
    {
        if (despite.FirstOrDefault(rule => !LintRules.Ids.Contains(rule)) is { } unknown)
        {
            throw new DigestException($"--despite: '{unknown}' is no rule; digest lint {text} names those it found")
            {
                ExitCode = ExitCodes.Usage,
            };
        }

        var (newsletter, reference) = session.Issue(text);
        var at = session.Get<RunClock>().For(newsletter, at: null);
        using var held = session.Get<RunLock>().Take(newsletter);
        var outcome = await session.Get<IssueApproval>().ApproveAsync(held, reference, at, despite, cancellationToken);
        return outcome switch
        {
            ApprovalOutcome.Frozen frozen => ShowApproved(session, frozen.Content, frozen.Found.Despite(despite)),
            ApprovalOutcome.KnownAlready known => ShowApproved(session, known.Content, found: null),
            ApprovalOutcome.Refused refused => ShowRefused(session, refused.Found),
            _ => throw new InvalidOperationException($"{outcome} is no outcome of approving"),
        };
    }

    private static int ShowRefused(CommandSession session, LintReport found)
    {
        if (session.IsJson)
            session.Screen.Json(LintJson.Write(found));
        foreach (var line in LintLines.Errors(found))
            session.Screen.Message($"digest: {line}");

        var rules = found.Errors.Select(error => $"--despite {error.Rule}").Distinct().Order(StringComparer.Ordinal);
        session.Screen.Message(
            $"digest: {found.Issue}: not approved: {LintOutline.Counts(found)}; correct them, or overlook them: "
            + $"digest approve {found.Issue} {string.Join(' ', rules)}");
        return ExitCodes.Failed;
    }

    /// <param name="found">Null for an issue that was approved before.</param>
    private static int ShowApproved(CommandSession session, FrozenIssue content, LintReport? found)
    {
        session.Show(() => Json(content, found), screen => screen.Show(Words(content, found)));
        return ExitCodes.Done;
    }

    private static JsonObject Json(FrozenIssue content, LintReport? found)
    {
        var node = IssueJson.Write(content.Issue);
        node["isNew"] = found is not null;
        node["lint"] = found is null ? null : LintJson.Write(found);
        return node;
    }

    private static Outline Words(FrozenIssue content, LintReport? found)
    {
        var issue = content.Issue;
        var did = found is not null ? "approved" : "was approved before; nothing changed";
        return new Outline($"{issue.Ref}: {issue.Title}, {did}")
        {
            Children =
            [
                .. SectionCounts.Of(content).Select(section => new Outline($"{section.Section}: {section.Items}")),
                .. Lint(found),
                new Outline($"next: digest preview {issue.Ref}, then digest send {issue.Ref}") { Tone = Tone.Quiet },
            ],
        };
    }

    private static IEnumerable<Outline> Lint(LintReport? found) => found is { Findings.Count: > 0 }
        ?
        [
            new Outline($"approved in spite of {LintOutline.Counts(found)}: digest lint {found.Issue}")
            {
                Tone = Tone.Warning,
            },
        ]
        : [];
}
