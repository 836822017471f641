using System.Text.RegularExpressions;
using Digest.Feeds;
using Digest.Model;

namespace Digest.Markup;

/// <summary>
/// The date of a Markdown file: its front matter's <c>date</c>, else its file name (<c>2015-05-19-slug.md</c>), else
/// one of its first lines that holds nothing but a date, such as <c>*2015/05/19 00:35:50 *</c>.
/// </summary>
public static partial class MarkdownDate
{
    private const int FirstLines = 30;

    /// <param name="body">The text after the front matter.</param>
    /// <param name="fileName">With or without folders.</param>
    /// <param name="zone">Where a date without an offset is meant.</param>
    /// <returns>Null if the file has no date, or only one that no calendar has.</returns>
    public static DateTimeOffset? Find(FrontMatter frontMatter, string body, string fileName, TimeZoneInfo zone) =>
        Take(frontMatter, body, fileName, zone).Date;

    /// <summary>The same, and the body without the line that says nothing but that date.</summary>
    public static (DateTimeOffset? Date, string Body) Take(
        FrontMatter frontMatter, string body, string fileName, TimeZoneInfo zone)
    {
        var lines = body.ReplaceLineEndings("\n").Split('\n');
        var (at, written) = FirstDateLine(lines, zone);
        var date = FeedDate.TryParse(frontMatter["date"], zone, out var stated)
            ? stated
            : Read(MarkdownName.Of(fileName).Date, zone) ?? written;

        // A line with another date tells something of its own.
        return at >= 0 && DayOf(date, zone) == DayOf(written, zone) ? (date, Without(lines, at)) : (date, body);
    }

    /// <summary>Reads <c>2015-05-19</c>, <c>2015/05/19 00:35</c>, <c>2015-05-19T00:35:50+08:00</c>, ….</summary>
    /// <returns>Null for anything without a year, a month and a day.</returns>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo zone) =>
        text is { Length: > 0 and <= 64 } && Moment().IsMatch(text.Trim())
        && FeedDate.TryParse(text.Trim(), zone, out var date)
            ? date
            : null;

    /// <summary>The date of a line that holds nothing else but its emphasis.</summary>
    internal static DateTimeOffset? ReadLine(string line, TimeZoneInfo zone) =>
        Emphasized().Match(line) is { Success: true } match ? Read(match.Groups["date"].Value, zone) : null;

    private static (int At, DateTimeOffset? Date) FirstDateLine(string[] lines, TimeZoneInfo zone)
    {
        var fences = new CodeFences();
        for (var at = 0; at < lines.Length && at < FirstLines; at++)
        {
            if (!fences.IsCode(lines[at]) && ReadLine(lines[at], zone) is { } date)
                return (at, date);
        }

        return (-1, null);
    }

    private static DateOnly? DayOf(DateTimeOffset? moment, TimeZoneInfo zone) => moment is null
        ? null
        : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment.Value, zone).DateTime);

    /// <summary>The blank line behind it goes with it, or the text would have two in a row.</summary>
    private static string Without(string[] lines, int at)
    {
        var isApart = at == 0 || string.IsNullOrWhiteSpace(lines[at - 1]);
        var next = isApart && at + 1 < lines.Length && string.IsNullOrWhiteSpace(lines[at + 1]) ? at + 2 : at + 1;
        return string.Join('\n', [.. lines[..at], .. lines[next..]]).TrimEnd();
    }

    // A mark with a space behind it would be a list: dates in a list are what the text is about.
    [GeneratedRegex(@"^ {0,3}(?<mark>[*_]{0,3})(?<date>[0-9][^*_]*)\k<mark>\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasized();

    // [0-9] and not \d: other scripts' digits are no date that anybody reads.
    [GeneratedRegex(
        @"^(19|20)[0-9]{2}(?<mark>[-/.]|年\s?)[0-9]{1,2}(\k<mark>|月\s?)[0-9]{1,2}日?"
        + @"([T ]+([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.,][0-9]+)?)?"
        + @"\s*(Z|z|UTC|GMT|[+-](0[0-9]|1[0-4]):?[0-5][0-9])?)?$")]
    private static partial Regex Moment();
}
