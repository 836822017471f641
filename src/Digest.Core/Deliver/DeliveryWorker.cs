using Digest.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>
/// Delivers a frozen issue: opens its outbox, hands every due letter to the transport and records each answer.
/// </summary>
/// <remarks>
/// A letter is Transmitting, durably, before the transport sees it, and its answer is recorded with its batch; what a
/// crash leaves Transmitting the next run finds again. Told to stop, the worker starts no letter, waits for those in
/// flight, records them, and puts the others back as if they had not been claimed.
/// </remarks>
public sealed partial class DeliveryWorker(
    IOutboxStore outbox,
    BatchSender sender,
    IOptions<MailOptions> options,
    IOptions<PathsOptions> paths,
    TimeProvider clock,
    ILogger<DeliveryWorker> logger)
{
    private const int MaxAnswers = 5;

    /// <param name="progress">Told the counts as letters become final.</param>
    public async Task<DeliveryReport> RunAsync(
        Newsletter newsletter, FrozenIssue issue, IProgress<LetterCounts> progress, CancellationToken cancellationToken)
    {
        var reference = issue.Issue.Ref;
        await outbox.OpenAsync(reference, newsletter.From.Address.Domain, cancellationToken);
        var counts = await SettleAsync(reference, progress);
        var halted = Stopped(cancellationToken);
        while (halted is null && !counts.IsFinal)
        {
            // Not cancelled half-way: what is claimed must be known here, or it would wait for the next run.
            var letters = await outbox.ClaimAsync(
                reference, options.Value.BatchSize, clock.GetUtcNow(), CancellationToken.None);
            if (letters.Count == 0)
                break;

            halted = await DeliverAsync(newsletter, issue, letters, cancellationToken);
            counts = await SettleAsync(reference, progress);
        }

        // Once more: a claim may have found readers who left, and that can settle the issue.
        counts = await SettleAsync(reference, progress);
        if (halted is not null)
            Log.Halted(logger, reference, halted);
        return new DeliveryReport(counts, Location(reference), halted)
        {
            Answers = await outbox.ListAnswersAsync(reference, MaxAnswers, CancellationToken.None),
        };
    }

    private async Task<string?> DeliverAsync(
        Newsletter newsletter, FrozenIssue issue, IReadOnlyList<Letter> letters, CancellationToken cancellationToken)
    {
        using var batch = new LetterBatch(letters);
        try
        {
            await sender.SendAsync(newsletter, issue, batch, cancellationToken);
        }
        finally
        {
            // Whatever went wrong, answers that were given must not be lost: they are what keeps a reader from a
            // double.
            await outbox.RecordAsync(batch.Results(), CancellationToken.None);
        }

        return batch.Halted ?? Stopped(cancellationToken);
    }

    private async Task<LetterCounts> SettleAsync(IssueRef issue, IProgress<LetterCounts> progress)
    {
        var counts = await outbox.SettleAsync(issue, clock.GetUtcNow(), CancellationToken.None);
        progress.Report(counts);
        return counts;
    }

    private static string? Stopped(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? "stopped on request; send again to go on" : null;

    private string Location(IssueRef issue) => options.Value.Transport == SmtpTransport.Name
        ? $"smtp://{options.Value.Smtp.Host}:{options.Value.Smtp.Port}"
        : OutboxFolder.PathOf(paths.Value, OutboxFolder.BatchOf(issue));

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Warning, "Delivery of {Issue} stopped: {Reason}")]
        public static partial void Halted(ILogger logger, IssueRef issue, string reason);
    }
}
