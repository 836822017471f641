using System.Globalization;
using Digest.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>
/// Hands the letters of one batch to the transport, a few at a time, and turns each answer into the letter's next
/// state.
/// </summary>
public sealed partial class BatchSender(
    IMailTransport transport,
    LetterWriter writer,
    ReturnPaths returnPaths,
    IOptions<MailOptions> options,
    TimeProvider clock,
    ILogger<BatchSender> logger)
{
    private readonly MailOptions _options = options.Value;

    /// <summary>
    /// Ends when every letter is settled, a letter halted the batch, or the token is cancelled and the rest has
    /// drained.
    /// </summary>
    public async Task SendAsync(
        Newsletter newsletter, FrozenIssue issue, LetterBatch batch, CancellationToken cancellationToken)
    {
        using var drain = new CancellationTokenSource();
        await using var link = cancellationToken.Register(() =>
        {
            batch.Recall.Cancel();
            drain.CancelAfter(TimeSpan.FromSeconds(_options.DrainSeconds));
        });
        var limits = new ParallelOptions { MaxDegreeOfParallelism = transport.LettersAtOnce };

        await Parallel.ForEachAsync(batch.Letters, limits, (letter, _) => batch.Recall.IsCancellationRequested
            ? ValueTask.CompletedTask
            : SendAsync(newsletter, issue, letter, batch, drain.Token));
    }

    private async ValueTask SendAsync(
        Newsletter newsletter, FrozenIssue issue, Letter letter, LetterBatch batch, CancellationToken cancellationToken)
    {
        using var mail = Mail(newsletter, issue, letter, batch);
        batch.Begin(letter);
        var outcome = await HandOverAsync(mail, cancellationToken);
        if (outcome is DeliveryOutcome.Halted halted)
            batch.Halt(halted.Reply);

        var settled = Judge(letter, outcome);
        batch.Settle(settled);
        if (outcome is not (DeliveryOutcome.Accepted or DeliveryOutcome.Recalled))
            Log.NotAccepted(logger, letter.Id, Reader(letter), settled.State, outcome.Reply);
    }

    private OutgoingMail Mail(Newsletter newsletter, FrozenIssue issue, Letter letter, LetterBatch batch)
    {
        var message = writer.Write(
            newsletter, issue, letter.SubscriberId, letter.Recipient, letter.MessageId, clock.GetUtcNow());
        var id = letter.Id.ToString(CultureInfo.InvariantCulture);
        var sender = returnPaths.For(letter.Id, newsletter);
        return new OutgoingMail(id, sender, letter.Recipient.Address, message.WrittenMemory)
        {
            Memory = message,
            Recall = batch.Recall,
            Batch = OutboxFolder.BatchOf(letter.Issue),
        };
    }

    private async Task<DeliveryOutcome> HandOverAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(mail, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome.Unknown("stopped before the server answered");
        }
    }

    private Letter Judge(Letter letter, DeliveryOutcome outcome)
    {
        var answered = letter with { Reply = outcome.Reply, NextTry = null };
        var stays = UncertainPolicy.Carry(letter, outcome.Reply);
        return outcome switch
        {
            DeliveryOutcome.Accepted => answered with { State = LetterState.Accepted },
            DeliveryOutcome.Failed => answered with { State = LetterState.Failed },
            DeliveryOutcome.Halted => LetterBatch.PutBack(letter) with { Reply = stays },
            DeliveryOutcome.Recalled => LetterBatch.PutBack(letter),
            DeliveryOutcome.Unknown =>
                UncertainPolicy.Apply(letter, outcome.Reply, _options.Uncertain, NextTry(letter)),
            _ => Defer(answered with { Reply = stays }),
        };
    }

    private Letter Defer(Letter letter) => PlannedTry(letter) is { } next
        ? letter with { State = LetterState.Deferred, NextTry = next }
        : letter with { State = LetterState.Failed, Reply = $"given up after {letter.Attempts} tries: {letter.Reply}" };

    private DateTimeOffset NextTry(Letter letter) => PlannedTry(letter) ?? clock.GetUtcNow();

    private DateTimeOffset? PlannedTry(Letter letter) => RetrySchedule.Next(
        letter.Attempts, letter.Id, clock.GetUtcNow(), TimeSpan.FromHours(_options.GiveUpAfterHours));

    private static string Reader(Letter letter) => AddressHash.Of(letter.Recipient.Address)[..12];

    private static partial class Log
    {
        [LoggerMessage(4002, LogLevel.Information, "Letter {Letter} to {Reader} is {State}: {Reply}")]
        public static partial void NotAccepted(
            ILogger logger, long letter, string reader, LetterState state, string reply);
    }
}
