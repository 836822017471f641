namespace Digest.Markup;

/// <summary>Tells, line by line and in order, what stands in a fenced or indented code block of Markdown.</summary>
internal sealed class CodeFences
{
    private const int ShortestFence = 3;
    private char _mark;
    private int _length;

    /// <summary>True for the lines of code and for the fences themselves.</summary>
    public bool IsCode(string line)
    {
        var text = line.AsSpan().TrimStart(' ');
        var indent = line.Length - text.Length;
        var run = RunOf(text);
        if (_length > 0)
        {
            if (indent < 4 && run >= _length && text[0] == _mark && text[run..].IsWhiteSpace())
                _length = 0;
            return true;
        }

        if (indent >= 4 || text.StartsWith("\t"))
            return true;
        if (run < ShortestFence)
            return false;

        (_mark, _length) = (text[0], run);
        return true;
    }

    private static int RunOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('`' or '~'))
            return 0;

        var end = text.IndexOfAnyExcept(text[0]);
        return end < 0 ? text.Length : end;
    }
}
