namespace Digest.Feeds.Xml;

/// <summary>
/// Reads the attributes of a tag where they stand: in quotes of either kind or none, with a value or without, the
/// first of two with the same name. Nothing is kept until it is asked for.
/// </summary>
internal ref struct XmlAttributes(string text, int from, int to)
{
    /// <summary>No honest tag has more; the rest of one that does is not read.</summary>
    private const int Most = 256;

    private int _at = from;
    private int _seen;

    /// <summary>The name as written, with its prefix.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The value as written, with its references.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>The name without its prefix.</summary>
    public readonly ReadOnlySpan<char> LocalName => Name[(Name.IndexOf(':') + 1)..];

    public bool Next()
    {
        _at = SkipUntil(_at, static character => !IsSpace(character) && character is not ('/' or '"' or '\'' or '='));
        if (_at >= to || _seen++ >= Most)
            return false;

        var start = _at;
        _at = SkipUntil(_at, static character => IsSpace(character) || character is '=' or '/');
        Name = text.AsSpan(start, _at - start);
        Value = default;
        var equals = SkipUntil(_at, static character => !IsSpace(character));
        if (equals < to && text[equals] == '=')
            ReadValue(SkipUntil(equals + 1, static character => !IsSpace(character)));

        return true;
    }

    private void ReadValue(int start)
    {
        if (start < to && text[start] is '"' or '\'')
        {
            _at = TagScanner.EndOfValue(text, start, to);
            var closed = _at - 1 > start && text[_at - 1] == text[start];
            Value = text.AsSpan(start + 1, Math.Max(0, (closed ? _at - 1 : _at) - start - 1));
            if (!closed)
                Value = text.AsSpan(start + 1, SkipUntil(start + 1, IsSpace) - start - 1);
            return;
        }

        _at = SkipUntil(start, IsSpace);
        Value = text.AsSpan(start, _at - start);
    }

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\r' or '\n';

    private readonly int SkipUntil(int at, Func<char, bool> isEnd)
    {
        while (at < to && !isEnd(text[at]))
            at++;

        return at;
    }
}
