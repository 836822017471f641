using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Digest.Markup;

/// <summary>
/// Links as CommonMark has them, and <c>[label](blueprint: https://…)</c>: a word before the address would else break
/// the link, and its label would be lost from the reader's sight among brackets.
/// </summary>
internal sealed partial class ForgivingLinkParser : LinkInlineParser
{
    // "![](" ten thousand times makes the parser look for each closing bracket to the end of the text.
    private const int LongestDestination = 4096;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar == ']' && slice.PeekChar() == '(' && char.IsAsciiLetter(slice.PeekChar(2)))
        {
            foreach (var found in WordBeforeAddress().EnumerateMatches(slice.AsSpan()))
                return MatchMended(processor, ref slice, found.Length) || MatchNear(processor, ref slice);
        }

        return MatchNear(processor, ref slice);
    }

    private bool MatchNear(InlineProcessor processor, ref StringSlice slice)
    {
        var near = slice;
        near.End = Math.Min(slice.End, slice.Start + LongestDestination);
        if (!base.Match(processor, ref near))
            return false;

        slice.Start = near.Start;
        return true;
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
