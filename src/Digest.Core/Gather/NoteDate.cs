using System.Text.RegularExpressions;
using Digest.Feeds;

namespace Digest.Gather;

/// <summary>
/// When a note was written: front matter, else the file name, else a line near the top that holds nothing but a date,
/// as in <c>*2015/05/19 00:35:50 *</c>.
/// </summary>
internal static partial class NoteDate
{
    private const int LinesLookedAt = 20;

    public static DateTimeOffset? Of(string? stated, NoteName name, string[] lines, TimeZoneInfo zone)
    {
        if (FeedDate.TryParse(stated, zone, out var date) || FeedDate.TryParse(name.Date, zone, out date))
            return date;

        foreach (var line in lines.Where(line => !string.IsNullOrWhiteSpace(line)).Take(LinesLookedAt))
        {
            if (DateLine().Match(line) is { Success: true } match
                && FeedDate.TryParse(match.Groups[1].Value, zone, out date))
                return date;
        }

        return null;
    }

    // Day, month and year must all stand there: a bare year may be anything.
    [GeneratedRegex(
        """
        ^[*_\s]{0,8}
        ([0-9]{4}(?:[-/.]|年\s?)[0-9]{1,2}(?:[-/.]|月\s?)[0-9]{1,2}日?(?:[T\s][0-9:]{4,8})?)
        [*_\s]{0,8}$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex DateLine();
}
