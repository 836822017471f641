namespace Digest.Feeds.Xml;

/// <summary>
/// Finds the next place of a mark and remembers it: a text that opens a thousand comments and closes none is searched
/// once, not a thousand times.
/// </summary>
internal sealed class NextMark(string mark)
{
    private int _asked = int.MaxValue;
    private int _found = -1;

    /// <summary>The first place at or after a position, before an end; negative if there is none.</summary>
    public int Find(string text, int from, int end)
    {
        if (from >= _asked && (_found < 0 || from <= _found))
            return _found;

        // Set back: what lies beyond the earlier question is known already.
        var known = from < _asked && _asked != int.MaxValue;
        var stop = known ? Math.Min(end, _asked + mark.Length - 1) : end;
        var place = from < stop ? text.AsSpan(from, stop - from).IndexOf(mark) : -1;
        if (place >= 0 || !known)
            _found = place < 0 ? -1 : from + place;

        _asked = from;
        return _found;
    }
}
