using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Deliver;
using Digest.Mail.Mime;
using Digest.Model;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary><c>digest send</c>: delivers an approved issue, or one trial letter of any.</summary>
public static class SendCommand
{
    public static Command Create(CommandHost host)
    {
        var issue = IssueArgument.Create();
        var test = new Option<string?>("--test")
        {
            Description = "Send one trial letter to this address, and nothing to the readers",
            HelpName = "ADDRESS",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say who would get it, and send nothing" };
        var command = new Command("send", "Deliver an approved issue to its readers, or what is left of it")
        {
            issue, test, dryRun,
        }.WithExample("digest send community-weekly/1 --test me@example.org", "digest send community-weekly/1");
        command.SetAction(host.WithStorage((session, cancellationToken) =>
        {
            var (newsletter, reference) = session.Issue(session.Arguments.GetRequiredValue(issue));
            if (session.Arguments.GetValue(test) is { } address)
                return TryAsync(session, newsletter, reference, EmailAddressArgument.Read(address), cancellationToken);

            return session.Arguments.GetValue(dryRun)
                ? CountAsync(session, newsletter, reference, cancellationToken)
                : SendAsync(session, newsletter, reference, cancellationToken);
        }));
        return command;
    }

    private static async Task<int> SendAsync(
        CommandSession session, Newsletter newsletter, IssueRef reference, CancellationToken cancellationToken)
    {
        using var held = session.Get<RunLock>().Take(newsletter);
        var sending = session.Get<IssueSending>();
        var report = await RunWatch.For(session.Screen, session.IsJson).WatchAsync(newsletter, async progress =>
        {
            progress.Report(new RunEvent.StageStarted(RunStage.Deliver));
            var relay = new RelayProgress<LetterCounts>(progress, counts => new RunEvent.LettersMoved(counts));
            return await sending.SendAsync(held, reference, relay, cancellationToken);
        });
        session.Show(
            () => Json(reference, report),
            screen => screen.Show(DeliveryOutline.Of(reference, report, newsletter.Zone)));
        return report is { Halted: null, Counts.IsFinal: true } ? ExitCodes.Done : ExitCodes.PartlyDone;
    }

    private static async Task<int> TryAsync(
        CommandSession session,
        Newsletter newsletter,
        IssueRef reference,
        EmailAddress address,
        CancellationToken cancellationToken)
    {
        var outcome = await session.Get<TrialLetter>().SendAsync(newsletter, reference, address, cancellationToken);
        var isAccepted = outcome is DeliveryOutcome.Accepted;
        var words = $"trial letter to {address} {(isAccepted ? "accepted" : "refused")}: {outcome.Reply}";
        session.Show(
            () => new JsonObject
            {
                ["issue"] = reference.ToString(),
                ["address"] = address.Value,
                ["accepted"] = isAccepted,
                ["reply"] = outcome.Reply,
            },
            screen => screen.Line($"{reference}: {words}"));
        return isAccepted ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static async Task<int> CountAsync(
        CommandSession session, Newsletter newsletter, IssueRef reference, CancellationToken cancellationToken)
    {
        var audience = await session.Get<AudiencePreview>().CountAsync(newsletter, reference, cancellationToken);
        session.Show(
            () => new JsonObject
            {
                ["issue"] = reference.ToString(),
                ["wouldSend"] = audience.ToSend,
                ["suppressed"] = audience.Suppressed,
                ["isOpen"] = audience.IsOpen,
            },
            screen => screen.Line(
                $"{reference}: would send {Counted.Of(audience.ToSend, "letter")}, "
                + $"{audience.Suppressed} suppressed; nothing was sent"));
        return ExitCodes.Done;
    }

    private static JsonObject Json(IssueRef reference, DeliveryReport report)
    {
        var node = RunReportJson.Delivery(report);
        node["issue"] = reference.ToString();
        return node;
    }
}
