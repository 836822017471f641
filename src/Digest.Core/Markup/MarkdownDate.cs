using System.Globalization;
using System.Text.RegularExpressions;
using Digest.Model;

namespace Digest.Markup;

/// <summary>
/// The date of a Markdown file: its front matter's <c>date</c>, else its file name (<c>2015-05-19-slug.md</c>), else
/// one of its first lines that holds nothing but a date, such as <c>*2015/05/19 00:35:50 *</c>.
/// </summary>
public static partial class MarkdownDate
{
    private const int FirstLines = 30;
    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);

    /// <param name="body">The text after the front matter.</param>
    /// <param name="fileName">With or without folders.</param>
    /// <param name="zone">Where a date without an offset is meant.</param>
    /// <returns>Null if the file has no date, or only one that no calendar has.</returns>
    public static DateTimeOffset? Find(FrontMatter frontMatter, string body, string fileName, TimeZoneInfo zone) =>
        Read(frontMatter["date"], zone)
        ?? Read(FileDate().Match(Path.GetFileName(fileName)).Groups["date"].Value, zone)
        ?? FromLines(body, zone);

    /// <summary>Reads <c>2015-05-19</c>, <c>2015/05/19 00:35</c>, <c>2015-05-19T00:35:50+08:00</c>, ….</summary>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo zone) =>
        text is { Length: > 0 and <= 64 } && Moment().Match(text.Trim()) is { Success: true } match
            ? Read(match, zone)
            : null;

    private static DateTimeOffset? FromLines(string body, TimeZoneInfo zone)
    {
        var count = 0;
        foreach (var line in body.AsSpan().EnumerateLines())
        {
            if (count++ == FirstLines)
                break;
            if (Read(line.Trim(" \t*_").ToString(), zone) is { } date)
                return date;
        }

        return null;
    }

    private static DateTimeOffset? Read(Match match, TimeZoneInfo zone)
    {
        int Number(string group) =>
            match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : 0;

        var (year, month, day) = (Number("year"), Number("month"), Number("day"));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        if (Number("hour") > 23 || Number("minute") > 59 || Number("second") > 59)
            return null;

        var local = new DateTime(year, month, day, Number("hour"), Number("minute"), Number("second"));
        var offset = match.Groups["offset"].Value.Length > 0
            ? Offset(match.Groups["offset"].Value)
            : zone.GetUtcOffset(local);
        return offset is { } known && known.Duration() <= LargestOffset ? new DateTimeOffset(local, known) : null;
    }

    private static TimeSpan? Offset(string text)
    {
        if (text is "Z" or "z" or "UTC" or "GMT")
            return TimeSpan.Zero;

        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        var hours = int.Parse(digits[..2], CultureInfo.InvariantCulture);
        var minutes = int.Parse(digits[2..], CultureInfo.InvariantCulture);
        var span = new TimeSpan(hours, minutes, 0);
        return text[0] == '-' ? -span : span;
    }

    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![0-9])")]
    private static partial Regex FileDate();

    // [0-9] and not \d: other scripts' digits would pass the pattern and fail the parser.
    [GeneratedRegex(
        @"^(?<year>(19|20)[0-9]{2})(?<mark>[-/.]|年)(?<month>[0-9]{1,2})(\k<mark>|月)(?<day>[0-9]{1,2})日?"
        + @"([T ]+(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})([.,][0-9]+)?)?"
        + @"\s*(?<offset>Z|z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?)?$")]
    private static partial Regex Moment();
}
