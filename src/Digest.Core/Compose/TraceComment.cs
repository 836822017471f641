using System.Globalization;
using System.Text;
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

    public static string Of(Story story, SectionRoute route, Newsletter newsletter)
    {
        var item = story.Lead;
        var seen = IssueOpening.DayOf(item.FirstSeen, newsletter.Zone);
        var comment = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<!-- item:{item.Id} source:{Word(item.SourceId)}")
            .Append(CultureInfo.InvariantCulture, $" section:\"{Quoted(route.Reason)}\" seen:{seen:yyyy-MM-dd}");
        if (ItemLanguage.Foreign(item, newsletter) is { } language)
            comment.Append(CultureInfo.InvariantCulture, $" lang:{Word(language)}");
        if (story.Also.Count > 0)
            comment.Append(CultureInfo.InvariantCulture, $" also:{string.Join(',', Sources(story.Also))}");

        return comment.Append(" -->").ToString();
    }

    private static IEnumerable<string> Sources(IReadOnlyList<StoryMember> members) =>
        members.Select(member => Word(member.Item.SourceId)).Distinct(StringComparer.Ordinal).Take(10);

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
