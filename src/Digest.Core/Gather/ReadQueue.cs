namespace Digest.Gather;

/// <summary>
/// Decides which source is read next. Does no I/O. Sources are read in their order, except that none waits behind
/// others of a busy server; what was read and not saved yet may weigh only so much, so that one slow source at the
/// head does not pile up all the others in memory. The source that is to be saved next is never held up by that.
/// </summary>
/// <param name="lanes">For each source its server, or null for one that is on none.</param>
internal sealed class ReadQueue(IReadOnlyList<string?> lanes, int concurrency, int perLane, long mostWeight)
{
    private readonly List<int> _waiting = [.. Enumerable.Range(0, lanes.Count)];
    private readonly Dictionary<string, int> _busy = new(StringComparer.Ordinal);
    private readonly long[] _weights = new long[lanes.Count];
    private int _running;
    private int _saved;
    private long _weight;

    /// <summary>The sources whose reading begins now.</summary>
    public IReadOnlyList<int> Admit()
    {
        var admitted = new List<int>();
        for (var i = 0; i < _waiting.Count && _running < concurrency;)
        {
            if (!MayBegin(_waiting[i]))
            {
                i++;
                continue;
            }

            admitted.Add(_waiting[i]);
            Begin(_waiting[i]);
            _waiting.RemoveAt(i);
        }

        return admitted;
    }

    /// <summary>A source was read, and what it brought weighs so many bytes until it is saved.</summary>
    public void Finish(int index, long weight)
    {
        _running--;
        if (lanes[index] is { } lane)
            _busy[lane]--;

        _weights[index] = weight;
        _weight += weight;
    }

    /// <summary>A source was saved; they are saved in their order.</summary>
    public void Save(int index)
    {
        _saved = index + 1;
        _weight -= _weights[index];
    }

    private bool MayBegin(int index) =>
        (lanes[index] is not { } lane || _busy.GetValueOrDefault(lane) < perLane)
        && (_weight < mostWeight || index == _saved);

    private void Begin(int index)
    {
        _running++;
        if (lanes[index] is { } lane)
            _busy[lane] = _busy.GetValueOrDefault(lane) + 1;
    }
}
