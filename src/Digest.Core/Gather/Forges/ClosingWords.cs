using System.Globalization;
using System.Text.RegularExpressions;

namespace Digest.Gather.Forges;

/// <summary>
/// Finds which tickets a description says it closes: <c>fixes #12</c>, <c>Closes driftwood/sail#3</c>, or a whole
/// address of a ticket.
/// </summary>
internal static partial class ClosingWords
{
    private const int Most = 20;
    private const int LongestText = 100_000;

    /// <param name="text">Untrusted.</param>
    /// <param name="host">The host whose tickets are meant by whole addresses.</param>
    /// <param name="repository">The repository that a bare number is of.</param>
    /// <returns>Repositories and numbers, each once.</returns>
    public static IReadOnlyList<(string Repository, long Number)> Find(string? text, string host, string repository)
    {
        if (text is null)
            return [];

        var read = text.Length <= LongestText ? text : text[..LongestText];
        return
        [
            .. Closing().Matches(read)
                .SelectMany(sentence => Ticket().Matches(sentence.Groups["tickets"].Value))
                .Where(ticket => !ticket.Groups["host"].Success
                    || ticket.Groups["host"].Value.Equals(host, StringComparison.OrdinalIgnoreCase))
                .Select(ticket => (
                    ticket.Groups["repository"].Success ? ticket.Groups["repository"].Value : repository,
                    long.Parse(ticket.Groups["number"].Value, CultureInfo.InvariantCulture)))
                .Distinct()
                .Take(Most),
        ];
    }

    [GeneratedRegex(
        @"\b(?:close[sd]?|closing|fix(?:e[sd]|ing)?|resolve[sd]?|resolving|implement(?:s|ed|ing)?)\b:?[ \t]+"
        + @"(?<tickets>(?:(?:issues?[ \t]+)?(?:https?://[^\s,;]{1,300}|[\w./-]{0,200}\#[0-9]{1,12})"
        + @"(?:[ \t]*[,、][ \t]*|[ \t]+and[ \t]+)?){1,20})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Closing();

    [GeneratedRegex(
        @"https?://(?<host>[^/\s]{1,200})/(?<repository>[\w.-]{1,100}(?:/[\w.-]{1,100}){1,8}?)"
        + @"/(?:-/)?issues/(?<number>[0-9]{1,12})"
        + @"|(?<repository>[\w.-]{1,100}(?:/[\w.-]{1,100}){1,8})?\#(?<number>[0-9]{1,12})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ticket();
}
