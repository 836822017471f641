using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Digest.Markup;

/// <summary>
/// Links as CommonMark has them, and <c>[label](blueprint: https://…)</c>: a word before the address would else break the
/// link, and its label would be lost from the reader's sight among brackets.
/// </summary>
internal sealed partial class ForgivingLinkParser : LinkInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar == ']' && slice.PeekChar() == '(' && char.IsAsciiLetter(slice.PeekChar(2)))
        {
            foreach (var found in WordBeforeAddress().EnumerateMatches(slice.AsSpan()))
                return MatchMended(processor, ref slice, found.Length) || base.Match(processor, ref slice);
        }

        return base.Match(processor, ref slice);
    }

    private bool MatchMended(InlineProcessor processor, ref StringSlice slice, int length)
    {
        var source = slice.AsSpan()[..length];
        var address = source[source.IndexOf(": ")..].TrimStart(": ").TrimEnd(" )");
        var mended = new StringSlice($"](<{address}>)");
        if (!base.Match(processor, ref mended))
            return false;

        slice.Start += length;
        return true;
    }

    [GeneratedRegex(@"\G\]\([A-Za-z]{1,40}: {1,4}https?://[^\s()<>\\]{1,2000} {0,4}\)")]
    private static partial Regex WordBeforeAddress();
}
