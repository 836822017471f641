using System.Globalization;
using System.Text.RegularExpressions;
using Digest.Markup;
using Digest.Model;

namespace Digest.Lint.Rules;

/// <summary>The days that the issue covers.</summary>
internal static partial class RangeRules
{
    private const int LongRange = 62;

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("range-title", LintSeverity.Warning, Title),
        new("range-overlap", LintSeverity.Warning, Overlap),
        new("range-gap", LintSeverity.Warning, Gap),
        new("range-future", LintSeverity.Warning, Future),
        new("range-long", LintSeverity.Warning, Long),
        new("range-year", LintSeverity.Info, Year),
        new("date-outside", LintSeverity.Warning, DateOutside),
    ];

    private static IEnumerable<LintFault> Title(LintSubject subject)
    {
        var issue = subject.Issue;
        if (IssueTitle.RangeOf(issue.Title, issue.To) is not { } told || told == (issue.From, issue.To))
            return [];

        return Fault(
            subject,
            $"the title says {Day(told.From)} to {Day(told.To)}, from and to say {Day(issue.From)} to {Day(issue.To)}",
            "make them agree");
    }

    private static IEnumerable<LintFault> Overlap(LintSubject subject) =>
        subject.Previous is { } last && subject.Issue.From <= last.To
            ? Fault(
                subject,
                $"begins on {Day(subject.Issue.From)}, and {Quote.Of(last.Title)} ends on {Day(last.To)}",
                $"begin on {Day(last.To.AddDays(1))}")
            : [];

    private static IEnumerable<LintFault> Gap(LintSubject subject) =>
        subject.Previous is { } last && subject.Issue.From.DayNumber - last.To.DayNumber > 1
            ? Fault(
                subject,
                $"leaves out {subject.Issue.From.DayNumber - last.To.DayNumber - 1} day(s) after "
                + $"{Quote.Of(last.Title)}, which ends on {Day(last.To)}",
                $"begin on {Day(last.To.AddDays(1))}")
            : [];

    private static IEnumerable<LintFault> Future(LintSubject subject)
    {
        var made = subject.Issue.Approved ?? subject.Issue.CutOff;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(made, subject.Newsletter.Zone).DateTime);
        return subject.Issue.To > day
            ? Fault(subject, $"ends on {Day(subject.Issue.To)}, and was made on {Day(day)}", "correct the days")
            : [];
    }

    private static IEnumerable<LintFault> Long(LintSubject subject) =>
        subject.Issue.To.DayNumber - subject.Issue.From.DayNumber is > LongRange and var days
            ? Fault(subject, $"covers {days + 1} days", "check the years of from and to")
            : [];

    private static IEnumerable<LintFault> Year(LintSubject subject)
    {
        var issue = subject.Issue;
        var isTold = issue.Title.Contains($"{issue.From.Year}", StringComparison.Ordinal)
            || issue.Title.Contains($"{issue.To.Year}", StringComparison.Ordinal);
        return issue.From.Year != issue.To.Year && !isTold && IssueTitle.RangeOf(issue.Title, issue.To) is not null
            ? Fault(subject, $"spans the end of {issue.From.Year}, and the title names no year", "name it if in doubt")
            : [];
    }

    /// <summary>An item that begins with a day says when it happened; a day inside it may be any.</summary>
    private static IEnumerable<LintFault> DateOutside(LintSubject subject)
    {
        foreach (var entry in subject.Reading.Entries)
        {
            if (DayOf(LeadingDay().Match(entry.Words), subject.Issue) is { } day
                && (day < subject.Issue.From || day > subject.Issue.To))
            {
                yield return new LintFault(
                    entry.TextLine,
                    $"'{Quote.Of(entry.Words)}' is dated {Day(day)}, outside {Day(subject.Issue.From)} to "
                    + Day(subject.Issue.To),
                    "check the day; keep it if it is told late on purpose");
            }
        }
    }

    private static DateOnly? DayOf(Match match, Issue issue)
    {
        if (!match.Success)
            return null;

        var (month, day) = (Number(match, "month"), Number(match, "day"));
        IEnumerable<int> years = match.Groups["year"].Success
            ? [Number(match, "year")]
            : [issue.To.Year, issue.To.Year - 1, issue.To.Year + 1];

        // Without a year the nearest day of that name is meant.
        return years
            .Where(year => month is >= 1 and <= 12 && day >= 1 && year is >= 1 and <= 9999
                && day <= DateTime.DaysInMonth(year, month))
            .Select(year => new DateOnly(year, month, day))
            .OrderBy(date => Math.Abs(date.DayNumber - issue.To.DayNumber))
            .Cast<DateOnly?>()
            .FirstOrDefault();
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static IEnumerable<LintFault> Fault(LintSubject subject, string message, string remedy)
    {
        var line = subject.Reading.LineOf("from");
        return [new LintFault(line > 1 ? line : subject.Reading.LineOf("title"), message, remedy)];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // 4.30， 3.27号 12月18日 2014.6.13 2026-11-08; a version such as 2.17.0 has no comma or sign behind two numbers.
    [GeneratedRegex(
        @"\A(?:(?<year>[0-9]{4})(?:[.\-/](?<month>[0-9]{1,2})[.\-/](?<day>[0-9]{1,2})(?![0-9.])"
        + @"|年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})[日号號])"
        + @"|(?<month>[0-9]{1,2})(?:[.．](?<day>[0-9]{1,2})(?:[日号號]|\s*[,，])|月(?<day>[0-9]{1,2})[日号號]))")]
    private static partial Regex LeadingDay();
}
