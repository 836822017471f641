using System.Collections.Concurrent;
using Digest.Gather;

namespace Digest.Testing;

/// <summary>
/// A connector that answers each source as a test says. Counts how many sources were read side by side.
/// </summary>
public sealed class ScriptedSourceReader(string type = "feed") : ISourceReader
{
    private readonly Dictionary<string, Func<CancellationToken, Task<FetchOutcome>>> _answers =
        new(StringComparer.Ordinal);

    private int _running;
    private int _most;

    public string Type => type;

    /// <summary>The last request for each source, by source id.</summary>
    public ConcurrentDictionary<string, SourceRequest> Asked { get; } = new(StringComparer.Ordinal);

    public int MostAtOnce => _most;

    public ScriptedSourceReader Answer(string sourceId, FetchOutcome outcome) =>
        Answer(sourceId, _ => Task.FromResult(outcome));

    public ScriptedSourceReader Answer(string sourceId, Func<CancellationToken, Task<FetchOutcome>> answer)
    {
        _answers[sourceId] = answer;
        return this;
    }

    public async Task<FetchOutcome> ReadAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        Asked[request.Source.Id] = request;
        InterlockedMax(Interlocked.Increment(ref _running));
        try
        {
            return await _answers[request.Source.Id](cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private void InterlockedMax(int running)
    {
        int most;
        while (running > (most = _most) && Interlocked.CompareExchange(ref _most, running, most) != most)
        {
        }
    }
}
