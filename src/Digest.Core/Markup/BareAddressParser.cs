using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Markup;

/// <summary>
/// Addresses without any mark-up, as GFM has them, but for Chinese and Japanese text: one may follow a character
/// directly (<c>见https://…</c>), and it ends where such text or full-width punctuation begins (<c>https://…；后文</c>).
/// </summary>
internal sealed class BareAddressParser : InlineParser
{
    private const string Stops = "<>\"`|{}^";
    private const string EscapedStops = "[]<>\"`|{}^";
    private const string TrailingPunctuation = "?!.,:;*_~'[\\";

    public BareAddressParser() => OpeningCharacters = ['h', 'H'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var scheme = SchemeLength(text);
        if (scheme == 0 || char.IsAsciiLetterOrDigit(slice.PeekCharExtra(-1)))
            return false;

        var length = WithoutTrailing(text, EndOf(text, scheme));
        if (length <= scheme || !IsHostStart(text[scheme]))
            return false;

        var address = HtmlHelper.Unescape(text[..length].ToString());
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var link = new LinkInline(address, "") { IsClosed = true, IsAutoLink = true, Line = line, Column = column };
        link.Span = new SourceSpan(start, start + length - 1);
        link.AppendChild(new LiteralInline(address) { IsClosed = true, Span = link.Span });
        processor.Inline = link;
        slice.Start += length;
        return true;
    }

    private static int SchemeLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return 8;

        return text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
    }

    private static bool IsHostStart(char character) => char.IsLetterOrDigit(character) || character == '[';

    private static int EndOf(ReadOnlySpan<char> text, int from)
    {
        var brackets = 0;
        for (var at = from; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '\\' && at + 1 < text.Length && EscapedStops.Contains(text[at + 1]))
                return at;

            if (character == '[')
                brackets++;
            else if (character == ']' && --brackets < 0)
                return at;
            else if (char.IsWhiteSpace(character) || char.IsControl(character) || Stops.Contains(character))
                return at;
            else if (!char.IsAscii(character) && !Script.MayStandInAddress(text, at))
                return at;
        }

        return text.Length;
    }

    private static int WithoutTrailing(ReadOnlySpan<char> text, int end)
    {
        // Counted once and kept up to date: a line of closing brackets must not cost its length squared.
        var surplus = text[..end].Count(')') - text[..end].Count('(');
        while (end > 0)
        {
            var last = text[end - 1];
            if (last == ')' && surplus > 0)
                surplus--;
            else if (!TrailingPunctuation.Contains(last))
                break;

            end--;
        }

        return end;
    }
}
