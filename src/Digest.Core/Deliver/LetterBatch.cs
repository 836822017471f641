using System.Collections.Concurrent;
using Digest.Model;

namespace Digest.Deliver;

/// <summary>The letters of one claim and what became of each. Safe for use by several senders at once.</summary>
public sealed class LetterBatch(IReadOnlyList<Letter> letters) : IDisposable
{
    private readonly ConcurrentDictionary<long, Letter> _results = [];
    private readonly ConcurrentDictionary<long, bool> _begun = [];
    private volatile string? _halted;

    public IReadOnlyList<Letter> Letters => letters;

    /// <summary>Cancelled once no further letter may leave; those that wait are taken back.</summary>
    public CancellationTokenSource Recall { get; } = new();

    /// <summary>Why the batch was stopped by an answer; null if it was not. The first reason stays.</summary>
    public string? Halted => _halted;

    public void Halt(string reason)
    {
        _halted ??= reason;
        Recall.Cancel();
    }

    /// <summary>Marks a letter as handed over: from here on only an answer settles it.</summary>
    public void Begin(Letter letter) => _begun[letter.Id] = true;

    public void Settle(Letter letter) => _results[letter.Id] = letter;

    /// <summary>
    /// Letters to record: those with an answer, and those never begun, which go back with their attempt uncounted. One
    /// that was begun and has no answer stays Transmitting, for the next run to find.
    /// </summary>
    public IReadOnlyList<Letter> Results() =>
    [
        .. _results.Values,
        .. letters.Where(letter => !_begun.ContainsKey(letter.Id)).Select(PutBack),
    ];

    public void Dispose() => Recall.Dispose();

    /// <summary>As it was before it was claimed; the reader is not to blame for a run that stopped.</summary>
    public static Letter PutBack(Letter letter) =>
        letter with { State = LetterState.Pending, Attempts = Math.Max(0, letter.Attempts - 1), NextTry = null };
}
