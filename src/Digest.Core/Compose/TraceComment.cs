using System.Globalization;
using System.Text;
using Digest.Compose.Ranking;
using Digest.Compose.Stories;
using Digest.Model;

namespace Digest.Compose;

/// <summary>
/// The comment above an item: which item it is, where it comes from, why it stands in its section. Values come from
/// settings and feeds, and none may end the comment or begin a field of its own.
/// </summary>
internal static class TraceComment
{
    private const int LongestValue = 120;

    private const int LongestReason = 60;

    // With the address of a page, and what became of it behind that.
    private const int LongestCoverage = 110;
    private const int MostMembers = 8;
    private const int MostCoverages = 2;

    /// <param name="isSummary">True if the program put the text together.</param>
    public static string Of(PlannedStory planned, Newsletter newsletter, bool isSummary)
    {
        var story = planned.Story;
        var item = story.Lead;
        var seen = IssueOpening.DayOf(item.FirstSeen, newsletter.Zone);
        var comment = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<!-- item:{item.Id} source:{Word(item.SourceId)}")
            .Append(CultureInfo.InvariantCulture, $" section:\"{Quoted(planned.Route.Reason)}\"");
        if (planned.Rank.Reasons.Count > 0)
            comment.Append(CultureInfo.InvariantCulture, $" rank:\"{Quoted(planned.Rank.Words)}\"");
        comment.Append(CultureInfo.InvariantCulture, $" seen:{seen:yyyy-MM-dd}");
        if (ItemLanguage.Foreign(item, newsletter) is { } language)
            comment.Append(CultureInfo.InvariantCulture, $" lang:{Word(language)}");
        if (story.Also.Count > 0)
            comment.Append(CultureInfo.InvariantCulture, $" also:\"{string.Join(", ", Members(story))}\"");
        if (story.Covered.Count > 0)
            comment.Append(CultureInfo.InvariantCulture, $" covered:\"{string.Join(", ", Covered(story))}\"");
        if (isSummary)
            comment.Append(" summary:draft");

        return comment.Append(" -->").ToString();
    }

    private static IEnumerable<string> Members(Story story) => story.Also
        .DistinctBy(member => member.Item.SourceId)
        .Take(MostMembers)
        .Select(member => $"{Word(member.Item.SourceId)} ({Short(member.Reason)})");

    private static IEnumerable<string> Covered(Story story) => story.Covered
        .Take(MostCoverages)
        .Select(one => $"{Short(one.Title)} {KindOf(one.Kind)}: {Quoted(Excerpt.Of(one.Reason, LongestCoverage))}");

    private static string KindOf(CoverageKind kind) => kind switch
    {
        CoverageKind.Repeat => "repeat",
        CoverageKind.FollowUp => "follow-up",
        _ => "reference",
    };

    private static string Short(string text) => Quoted(Excerpt.Of(text, LongestReason));

    private static string Word(string text) =>
        Dashed(string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')));

    private static string Quoted(string text) =>
        Dashed(string.Concat(text.Select(c => c switch
        {
            '"' => '\'',
            '<' or '>' => ' ',
            _ when char.IsControl(c) || c is '\u2028' or '\u2029' => ' ',
            _ => c,
        })));

    /// <summary>No two dashes in a row and none at the end: <c>--</c> is what ends a comment.</summary>
    private static string Dashed(string text)
    {
        var output = new StringBuilder();
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, LongestValue)))
        {
            if (c != '-' || output.Length == 0 || output[^1] != '-')
                output.Append(c);
        }

        return output.ToString().Trim(' ', '-');
    }
}
