namespace Digest.Feeds.Xml;

/// <summary>
/// Cuts text into tags and what stands between them, in one pass and without ever refusing: a '&lt;' that starts no
/// markup is text, a tag without an end stops at the next one, what is opened and never closed is read as if it had
/// not been opened. Nothing of a DTD is kept, so nothing it defines can act. Every step moves forward, and what is
/// looked for far ahead is remembered (<see cref="NextMark"/>), so the time stays in proportion to the text.
/// </summary>
internal sealed class XmlTokens(string text, int start, int end)
{
    private const string DataMark = "<![CDATA[";

    private readonly NextMark _dataEnd = new("]]>");
    private readonly NextMark _commentEnd = new("-->");
    private readonly NextMark _instructionEnd = new("?>");
    private readonly NextMark _tagEnd = new(">");
    private readonly TagScanner _tags = new(text, end);
    private bool _subsetHasNoEnd;

    public XmlTokens(string text)
        : this(text, 0, text.Length)
    {
    }

    /// <summary>Where the next token starts; may be set back or forward between tokens.</summary>
    public int At { get; set; } = start;

    public XmlToken Kind { get; private set; }

    /// <summary>Where the token starts, its '&lt;' included.</summary>
    public int Start { get; private set; }

    /// <summary>What the token is about: the text, the data inside a CDATA section, or a tag's name.</summary>
    public int From { get; private set; }

    public int To { get; private set; }

    /// <summary>Where the attributes of an opening tag end; they start at <see cref="To"/>.</summary>
    public int AttributesTo { get; private set; }

    /// <summary>True for a tag that closes itself.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>True for a CDATA section or a tag that nothing closes.</summary>
    public bool IsCutOff { get; private set; }

    public ReadOnlySpan<char> Span => text.AsSpan(From, To - From);

    /// <summary>Moves to the next token; false at the end of the text.</summary>
    public bool Next()
    {
        while (At < end)
        {
            Start = At;
            IsCutOff = false;
            if (StartsMarkup(At))
                Markup();
            else
                Text();

            if (Kind != XmlToken.Skipped)
                return true;
        }

        return false;
    }

    private bool StartsMarkup(int at)
    {
        if (text[at] != '<' || at + 1 >= end)
            return false;

        var next = text[at + 1];
        return IsNameStart(next) || next is '!' or '?' || next == '/' && at + 2 < end && IsNameStart(text[at + 2]);
    }

    /// <summary>Feeds name nothing in other letters, but people write &lt;标题&gt; in their texts.</summary>
    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character == '_';

    private void Text()
    {
        var next = At;
        do
        {
            var found = text.AsSpan(next + 1, end - next - 1).IndexOf('<');
            next = found < 0 ? end : next + 1 + found;
        }
        while (next < end && !StartsMarkup(next));

        Kind = XmlToken.Text;
        From = At;
        To = At = next;
    }

    private void Markup()
    {
        var next = text[At + 1];
        if (next == '!')
            Declaration();
        else if (next == '?')
            Skip(_instructionEnd.Find(text, At + 2, end) is var close and >= 0 ? close + 2 : At + 2);
        else
            Tag(next == '/');
    }

    private void Tag(bool closes)
    {
        Kind = closes ? XmlToken.Close : XmlToken.Open;
        From = At + (closes ? 2 : 1);
        To = _tags.EndOfName(From);
        var stop = _tags.EndOfTag(To, out var next);
        IsCutOff = next == stop;
        IsEmpty = !closes && stop > To && text[stop - 1] == '/';
        AttributesTo = IsEmpty ? stop - 1 : stop;
        At = next;
    }

    private void Declaration()
    {
        var rest = text.AsSpan(At, end - At);
        if (rest.StartsWith(DataMark))
            Data();
        else if (rest.StartsWith("<!--"))
            Skip(_commentEnd.Find(text, At + 4, end) is var close and >= 0 ? close + 3 : At + 4);
        else
            Skip(EndOfDeclaration(rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)));
    }

    private void Data()
    {
        Kind = XmlToken.Data;
        From = At + DataMark.Length;
        var close = _dataEnd.Find(text, From, end);
        IsCutOff = close < 0;
        To = IsCutOff ? end : close;
        At = IsCutOff ? end : close + 3;
    }

    private void Skip(int to)
    {
        Kind = XmlToken.Skipped;
        At = to;
    }

    private int EndOfDeclaration(bool mayHoldSubset)
    {
        var tag = _tagEnd.Find(text, At, end);
        if (tag < 0)
            return At + 2;

        var subset = mayHoldSubset && !_subsetHasNoEnd ? text.AsSpan(At, tag - At).IndexOf('[') : -1;
        if (subset < 0)
            return tag + 1;

        var close = EndOfSubset(At + subset + 1);
        _subsetHasNoEnd = close < 0;
        return close >= 0 && _tagEnd.Find(text, close, end) is var last and >= 0 ? last + 1 : tag + 1;
    }

    /// <summary>The ']' of a DTD's internal subset; brackets inside quotes do not count.</summary>
    private int EndOfSubset(int at)
    {
        while (at < end)
        {
            var found = text.AsSpan(at, end - at).IndexOfAny(']', '"', '\'');
            if (found < 0)
                return -1;

            at += found;
            if (text[at] == ']')
                return at;

            var close = text.AsSpan(at + 1, end - at - 1).IndexOf(text[at]);
            if (close < 0)
                return -1;
            at += close + 2;
        }

        return -1;
    }
}
