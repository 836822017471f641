using System.CommandLine;
using Digest.Lint;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest lint</c>: looks at an issue's file before readers do.</summary>
public static class LintCommand
{
    public static Command Create(CommandHost host)
    {
        var issue = IssueArgument.Create();
        var strict = new Option<bool>("--strict") { Description = "Count warnings as errors" };
        var command = new Command("lint", "Check an issue's file: number, days, links, doubles, residue, size")
        {
            issue, strict,
        }.WithExample("digest lint community-weekly/1", "digest lint community-weekly/1 --strict --json");
        command.SetAction(host.WithStorage((session, cancellationToken) => RunAsync(
            session,
            session.Arguments.GetRequiredValue(issue),
            session.Arguments.GetValue(strict),
            cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSession session, string text, bool isStrict, CancellationToken cancellationToken)
    {
        var (newsletter, reference) = session.Issue(text);
        var found = await session.Get<IssueLint>().CheckAsync(newsletter, reference, cancellationToken);
        var report = isStrict ? found.Strict() : found;
        session.Show(() => LintJson.Write(report), screen => screen.Show(LintOutline.Of(report)));
        return report.Errors.Count > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }
}
