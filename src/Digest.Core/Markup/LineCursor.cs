namespace Digest.Markup;

/// <summary>Walks over the lines of a text that end in LF, CRLF or CR.</summary>
internal sealed class LineCursor
{
    /// <summary>What may surround a line's words without meaning anything.</summary>
    public const string Blank = " \t\uFEFF";

    private readonly string _text;

    public LineCursor(string text)
    {
        _text = text;
        Current = LineAt(0, 1);
    }

    /// <summary>Null after the last line.</summary>
    public TextLine? Current { get; private set; }

    public void Advance() => Current = Current is { } line ? LineAt(line.Next, line.Number + 1) : null;

    private TextLine? LineAt(int start, int number)
    {
        if (start >= _text.Length)
            return null;

        var length = _text.AsSpan(start).IndexOfAny('\r', '\n');
        var end = length < 0 ? _text.Length : start + length;
        var next = end;
        if (next < _text.Length)
            next += _text[next] == '\r' && next + 1 < _text.Length && _text[next + 1] == '\n' ? 2 : 1;

        return new TextLine(_text, start, end, next, number);
    }
}
