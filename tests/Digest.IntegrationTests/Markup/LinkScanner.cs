using System.Text.RegularExpressions;

namespace Digest.IntegrationTests.Markup;

/// <summary>Counts the links of the archive with plain patterns, independent of any Markdown parser.</summary>
internal static partial class LinkScanner
{
    /// <summary>In angle brackets, or behind a label in brackets.</summary>
    public static List<string> Marked(string text) =>
        [.. MarkedLink().Matches(text).Select(match => match.Groups["url"].Value)];

    /// <summary>What is left: addresses without mark-up, and those of reference definitions.</summary>
    public static List<string> Bare(string text) =>
        [.. BareLink().Matches(Mended().Replace(MarkedLink().Replace(text, " "), " "))
            .Select(match => match.Value.TrimEnd('.', ',').Replace("\\_", "_", StringComparison.Ordinal))];

    /// <summary>With a word before the address: no link in CommonMark, but one to its author.</summary>
    public static List<string> WithWord(string text) =>
        [.. Mended().Matches(text).Select(match => match.Groups["url"].Value)];

    [GeneratedRegex(
        @"<(?<url>https?://[^<>\s]+)>"
        + @"|\]\(\s*(?<url>https?://[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+""[^""]*"")?\s*\)")]
    private static partial Regex MarkedLink();

    [GeneratedRegex(@"\]\([a-z]+:\s(?<url>https?://[^()\s]+)\)")]
    private static partial Regex Mended();

    [GeneratedRegex(@"https?://[\x21-\x7E]+")]
    private static partial Regex BareLink();
}
