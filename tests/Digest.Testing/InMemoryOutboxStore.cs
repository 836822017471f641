using Digest.Deliver;
using Digest.Mail.Mime;
using Digest.Model;

namespace Digest.Testing;

/// <summary>An outbox of one issue, in memory, with the rules of the seam.</summary>
public sealed class InMemoryOutboxStore(params string[] addresses) : IOutboxStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, Letter> _letters = [];

    public HashSet<string> Suppressed { get; } = [];

    public int Records { get; private set; }

    public IssueState State { get; private set; } = IssueState.Approved;

    public IReadOnlyList<Letter> Letters
    {
        get
        {
            lock (_lock)
                return [.. _letters.Values];
        }
    }

    public Letter LetterTo(string address) => Letters.Single(letter => letter.Recipient.Address.Value == address);

    public Task OpenAsync(IssueRef issue, string domain, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var found in Letters.Where(letter => letter.State == LetterState.Transmitting))
                _letters[found.Id] = found with { State = LetterState.Pending };
            if (State == IssueState.Approved)
                Fill(issue, domain);
            if (State == IssueState.Approved)
                State = IssueState.Sending;
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Letter>> ClaimAsync(
        IssueRef issue, int count, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claimed = new List<Letter>();
        lock (_lock)
        {
            foreach (var letter in Letters.Where(letter => IsDue(letter, now)))
            {
                if (Suppressed.Contains(letter.Recipient.Address.Value))
                    _letters[letter.Id] = letter with { State = LetterState.Suppressed };
                else if (claimed.Count < count)
                    claimed.Add(letter with { State = LetterState.Transmitting, Attempts = letter.Attempts + 1 });
            }

            foreach (var letter in claimed)
                _letters[letter.Id] = letter;
        }

        return Task.FromResult<IReadOnlyList<Letter>>(claimed);
    }

    public Task RecordAsync(IReadOnlyList<Letter> letters, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            Records++;
            foreach (var letter in letters)
                _letters[letter.Id] = letter;
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LetterAnswer>> ListAnswersAsync(
        IssueRef issue, int count, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LetterAnswer>>(
        [
            .. Letters
                .Where(letter => letter.State is LetterState.Failed or LetterState.Deferred or LetterState.Uncertain)
                .GroupBy(letter => (letter.State, Reply: letter.Reply ?? ""))
                .Select(same => new LetterAnswer(
                    same.Key.State, same.Key.Reply, same.Count(), same.Min(letter => letter.NextTry)))
                .OrderByDescending(answer => answer.Count)
                .Take(count),
        ]);

    public Task<LetterCounts> SettleAsync(IssueRef issue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var counts = new LetterCounts
        {
            Pending = Count(LetterState.Pending),
            Transmitting = Count(LetterState.Transmitting),
            Accepted = Count(LetterState.Accepted),
            Deferred = Count(LetterState.Deferred),
            Failed = Count(LetterState.Failed),
            Uncertain = Count(LetterState.Uncertain),
            Suppressed = Count(LetterState.Suppressed),
        };
        if (State == IssueState.Sending && counts.IsFinal)
            State = IssueState.Sent;
        return Task.FromResult(counts);
    }

    private void Fill(IssueRef issue, string domain)
    {
        for (var i = 0; i < addresses.Length; i++)
            _letters[i + 1] = new Letter
            {
                Id = i + 1,
                Issue = issue,
                SubscriberId = $"reader{i + 1}",
                Recipient = new Mailbox(null, EmailAddress.Parse(addresses[i])),
                MessageId = $"m{i + 1}.{issue.Label}@{domain}",
                State = Suppressed.Contains(addresses[i]) ? LetterState.Suppressed : LetterState.Pending,
            };
    }

    private static bool IsDue(Letter letter, DateTimeOffset now) =>
        letter.State == LetterState.Pending || (letter.State == LetterState.Deferred && letter.NextTry <= now);

    private int Count(LetterState state) => Letters.Count(letter => letter.State == state);
}
