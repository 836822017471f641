using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Model;
using Digest.Output;
using Digest.Publish;
using Digest.Render;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest publish</c>: writes the pages and feeds of an issue's newsletter.</summary>
public static class PublishCommand
{
    public static Command Create(CommandHost host)
    {
        var issue = IssueArgument.Create();
        var command = new Command("publish", "Write an approved issue's pages and feeds; what is unchanged stays")
        {
            issue,
        }.WithExample("digest publish community-weekly/1");
        command.SetAction(host.WithStorage((session, cancellationToken) =>
            RunAsync(session, session.Arguments.GetRequiredValue(issue), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(CommandSession session, string text, CancellationToken cancellationToken)
    {
        var (newsletter, reference) = session.Issue(text);
        if (await session.Get<IFrozenIssueStore>().FindAsync(reference, cancellationToken) is null)
            throw new DigestException($"{reference}: is not approved and has no page yet: digest approve {reference}");

        using var held = session.Get<RunLock>().Take(newsletter);
        var report = await session.Get<Publisher>().PublishAsync(newsletter, cancellationToken);
        session.Show(
            () => RunReportJson.Publish(report), screen => screen.Show(PublishOutline.Of(report, reference)));
        return ExitCodes.Done;
    }
}
