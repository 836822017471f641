using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Compose.Stories.Memory;

/// <summary>What readers call an issue: 第六期, Issue 6, No. 6; the whole title where it has no number.</summary>
internal static partial class IssueName
{
    private const int Longest = 60;

    public static string Of(string title)
    {
        var mark = Mark().Match(title);
        return CutText.At(mark.Success ? mark.Value : title, Longest);
    }

    [GeneratedRegex(
        @"第\s?(?:[0-9０-９]{1,4}|[零〇一二三四五六七八九十百千两]{1,8})\s?[期号號回]"
        + @"|\b(?:No\.?|Issue|Nr\.?)\s?#?[0-9]{1,4}(?![0-9])|(?<![\w&])#[0-9]{1,4}(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
