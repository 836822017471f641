using System.Text.RegularExpressions;

namespace Digest.Gather.Forges;

/// <summary>Reads the Link header, by which a service says where the next page is (RFC 8288).</summary>
internal static partial class LinkHeader
{
    private const int Longest = 16 * 1024;

    /// <param name="header">The header's value; null if the answer had none.</param>
    /// <param name="page">The address that answered.</param>
    /// <returns>Null on the last page.</returns>
    public static Uri? Next(string? header, Uri page)
    {
        if (header is null || header.Length > Longest)
            return null;

        foreach (Match link in Link().Matches(header))
        {
            var relations = link.Groups["rel"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (relations.Contains("next", StringComparer.OrdinalIgnoreCase)
                && Uri.TryCreate(page, link.Groups["address"].Value.Trim(), out var next))
            {
                return next;
            }
        }

        return null;
    }

    [GeneratedRegex(
        """<(?<address>[^<>]{1,4000})>(?:\s*;\s*(?!rel\b)[\w*-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*"""
        + """\s*;\s*rel\s*=\s*(?:"(?<rel>[^"]*)"|(?<rel>[^\s",;]+))""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
