using System.Collections.Concurrent;
using Digest.Gather.Web;

namespace Digest.Gather.Answers;

/// <summary>
/// Answers one source from what was kept, in the order it was heard. Opens no connection and no other file.
/// </summary>
internal sealed class ReplayedAnswers : RawAnswers
{
    private readonly ConcurrentDictionary<string, Queue<AnswerLine>> _lines;
    private readonly AnswerBodies? _bodies;

    public ReplayedAnswers(IEnumerable<AnswerLine> lines, AnswerBodies? bodies)
    {
        _bodies = bodies;
        _lines = new(lines
            .GroupBy(line => line.Name!, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, new Queue<AnswerLine>(group))));
    }

    public static ReplayedAnswers Empty { get; } = new([], null);

    internal override bool IsReplay => true;

    public override async Task<byte[]?> TakeAsync(
        string name, Func<CancellationToken, Task<byte[]?>> produce, CancellationToken cancellationToken)
    {
        var line = Next(name) ?? throw new IOException($"{name} is not among the answers of this replay");
        if (line.Failed is { } reason)
            throw new IOException(reason);

        return line.Sha256 is { } hash ? await _bodies!.ReadAsync(hash, cancellationToken) : null;
    }

    internal override async Task<WebAnswer> AskAsync(
        WebRequest request, Func<CancellationToken, Task<WebAnswer>> ask, CancellationToken cancellationToken)
    {
        request.Reading?.CountSent();
        if (Next(request.Address.AbsoluteUri) is not { } line)
            return new WebAnswer.Failed("it is not among the answers of this replay", MayPass: false);

        try
        {
            return await WebAnswerLines.ReadAsync(line, request, _bodies!, cancellationToken);
        }
        catch (IOException error)
        {
            return new WebAnswer.Failed(error.Message, MayPass: false);
        }
    }

    /// <summary>What was heard last is heard again, should somebody ask once more often.</summary>
    private AnswerLine? Next(string name)
    {
        if (!_lines.TryGetValue(name, out var queue))
            return null;

        lock (queue)
            return queue.Count > 1 ? queue.Dequeue() : queue.Peek();
    }
}
