using Digest.Model;

namespace Digest.Deliver;

/// <summary>The durable ledger of letters: one row per issue and subscriber, ever.</summary>
public interface IOutboxStore
{
    /// <summary>
    /// Moves an Approved issue to Sending and writes a Pending row for every active subscription (Suppressed where the
    /// address is suppressed) in one transaction. For an issue that is Sending already, rows found Transmitting by a
    /// dead run become Pending again (the policy is to resend once with the same Message-ID). Never adds a second row.
    /// </summary>
    /// <param name="domain">The right-hand side of the letters' Message-IDs.</param>
    Task OpenAsync(IssueRef issue, string domain, CancellationToken cancellationToken);

    /// <summary>
    /// Takes up to <paramref name="count"/> letters that are due (Pending, or Deferred with a next try that has come),
    /// moves them to Transmitting and counts the attempt, durably, before it returns. A reader who left or was
    /// suppressed meanwhile gets state Suppressed instead.
    /// </summary>
    Task<IReadOnlyList<Letter>> ClaimAsync(
        IssueRef issue, int count, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Saves state, reply and next try of letters, in one transaction.</summary>
    Task RecordAsync(IReadOnlyList<Letter> letters, CancellationToken cancellationToken);

    /// <summary>What was said of letters that failed, wait or are in doubt, the commonest answers first.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="count">How many answers at most: a server may say something else to each reader.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<LetterAnswer>> ListAnswersAsync(IssueRef issue, int count, CancellationToken cancellationToken);

    /// <summary>Letters by state. Moves the issue from Sending to Sent when every letter is final.</summary>
    Task<LetterCounts> SettleAsync(IssueRef issue, DateTimeOffset now, CancellationToken cancellationToken);
}
