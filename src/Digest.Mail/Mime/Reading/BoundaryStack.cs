namespace Digest.Mail.Mime.Reading;

/// <summary>
/// The boundaries of the multiparts that are open, the innermost on top. A line of an outer one ends the inner ones.
/// </summary>
internal sealed class BoundaryStack
{
    private readonly List<byte[]> _boundaries = [];

    public int Count => _boundaries.Count;

    public void Push(byte[] boundary) => _boundaries.Add(boundary);

    public void Pop() => _boundaries.RemoveAt(_boundaries.Count - 1);

    public bool IsDelimiter(ReadOnlySpan<byte> text, int start) => Match(text, start).IsFound;

    /// <summary>
    /// The next delimiter line at or after <paramref name="at"/>. Each octet is looked at once: by a vectorised search
    /// for two hyphens, which are rare.
    /// </summary>
    public Delimiter Find(ReadOnlySpan<byte> text, int at)
    {
        while (_boundaries.Count > 0)
        {
            var hyphens = text[at..].IndexOf("--"u8);
            if (hyphens < 0)
                break;

            at += hyphens;
            if (Lines.IsStart(text, at) && Match(text, at) is { IsFound: true } delimiter)
                return delimiter;

            var run = text[at..].IndexOfAnyExcept((byte)'-');
            if (run < 0)
                break;
            at += run;
        }

        return Delimiter.None(text.Length);
    }

    private Delimiter Match(ReadOnlySpan<byte> text, int start)
    {
        var line = text[start..];
        if (!line.StartsWith("--"u8))
            return Delimiter.None(text.Length);

        for (var level = _boundaries.Count - 1; level >= 0; level--)
            if (line[2..].StartsWith(_boundaries[level]) && Match(text, start, level) is { IsFound: true } delimiter)
                return delimiter;
        return Delimiter.None(text.Length);
    }

    private Delimiter Match(ReadOnlySpan<byte> text, int start, int level)
    {
        var end = start + 2 + _boundaries[level].Length;
        var isClose = text[end..].StartsWith("--"u8);
        if (isClose)
            end += 2;
        while (end < text.Length && Lines.IsSpace(text[end]))
            end++;
        return end == text.Length || text[end] is (byte)'\r' or (byte)'\n'
            ? new Delimiter(level, start, Lines.After(text, end), isClose)
            : Delimiter.None(text.Length);
    }
}
