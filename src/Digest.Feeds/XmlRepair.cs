using System.Buffers;
using System.Net;
using System.Text;
using System.Xml;

namespace Digest.Feeds;

/// <summary>
/// Makes of a feed's text what a strict XML reader takes, in one pass and without changing the line numbers: the XML
/// declaration and comments go, HTML entities become characters, stray ampersands are escaped, forbidden characters are
/// dropped. No entity reference is left for the reader to expand, so nothing a DTD defines can ever act.
/// </summary>
internal sealed class XmlRepair
{
    private const int LongestEntity = 32;

    private static readonly SearchValues<char> EntityCharacters =
        SearchValues.Create("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly string _text;
    private readonly StringBuilder _repaired;
    private int _at;
    private bool _dropped;

    private XmlRepair(string text)
    {
        _text = text;
        _repaired = new StringBuilder(text.Length + 64);
    }

    public static string Repair(string text, FeedWarnings warnings)
    {
        var repair = new XmlRepair(text);
        repair.SkipProlog(warnings);
        while (repair._at < text.Length)
            repair.Step();

        if (repair._dropped)
            warnings.Add("characters that XML forbids were dropped");
        return repair._repaired.ToString();
    }

    /// <summary>
    /// Whatever stands before the first tag, and the declaration: its encoding is spent, its version may be 1.1.
    /// </summary>
    private void SkipProlog(FeedWarnings warnings)
    {
        var first = Math.Max(_text.IndexOf('<', StringComparison.Ordinal), 0);
        if (_text.AsSpan(0, first).Trim().Trim('\uFEFF').Length > 0)
            warnings.Add("text before the document was skipped");

        Skip(first);
        if (_text.AsSpan(_at).StartsWith("<?xml "))
            Skip(EndOf("?>", _at));
    }

    private void Step()
    {
        var rest = _text.AsSpan(_at);
        if (rest[0] == '&')
            Reference();
        else if (rest.StartsWith("<![CDATA["))
            CopyTo(EndOf("]]>", _at));
        else if (rest.StartsWith("<!--"))
            Skip(EndOf("-->", _at));
        else
            Character();
    }

    private int EndOf(string close, int start)
    {
        var end = _text.IndexOf(close, start, StringComparison.Ordinal);
        return end < 0 ? _text.Length : end + close.Length;
    }

    private void Skip(int end)
    {
        _repaired.Append('\n', _text.AsSpan(_at, end - _at).Count('\n'));
        _at = end;
    }

    private void CopyTo(int end)
    {
        while (_at < end)
            Character();
    }

    private void Character()
    {
        var pair = char.IsHighSurrogate(_text[_at]) && _at + 1 < _text.Length && char.IsLowSurrogate(_text[_at + 1]);
        if (pair)
            _repaired.Append(_text, _at, 2);
        else if (XmlConvert.IsXmlChar(_text[_at]))
            _repaired.Append(_text[_at]);
        else
            _dropped = true;

        _at += pair ? 2 : 1;
    }

    private void Reference()
    {
        var window = _text.AsSpan(_at, Math.Min(LongestEntity, _text.Length - _at));
        var reference = window[..(window.IndexOf(';') + 1)];
        var decoded = Decode(reference);
        _repaired.Append(decoded ?? "&amp;");
        _at += decoded is null ? 1 : reference.Length;
    }

    /// <summary>
    /// What an entity or a numeric reference stands for, escaped for XML; null if it stands for nothing.
    /// </summary>
    private static string? Decode(ReadOnlySpan<char> reference)
    {
        if (reference.Length < 3 || reference[1..^1].ContainsAnyExcept(EntityCharacters))
            return null;

        var text = reference.ToString();
        var decoded = WebUtility.HtmlDecode(text);
        if (decoded == text)
            return null;

        // Quotes too: the reference may stand in an attribute between either kind.
        return HtmlText.Escape(XmlText.Clean(decoded))
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&apos;", StringComparison.Ordinal);
    }
}
