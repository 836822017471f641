using System.Globalization;
using System.Text.RegularExpressions;
using Digest.Markup;
using Digest.Model;

namespace Digest.Run;

/// <summary>One file of an archive as an issue.</summary>
internal sealed partial record ArchiveFile
{
    private const int LongestLabel = 80;

    // A file without a date gets a new one with every checkout; its id may not change with that.
    private const string IdYear = "2026";

    /// <summary>The file's text without its BOM, all of it.</summary>
    public required string Text { get; init; }

    public required Issue Issue { get; init; }

    /// <summary>What is rendered: without template tags and without a first line that only repeats the title.</summary>
    public required IssueDocument Document { get; init; }

    /// <param name="name">The file's name; its date and slug may stand there.</param>
    /// <param name="written">When the file was last written: its date if it names none.</param>
    public static ArchiveFile Read(string name, string text, DateTimeOffset written, Newsletter newsletter)
    {
        var document = IssueMarkdown.Parse(text);
        var body = text[FrontMatterReader.Read(text).BodyStart..];
        var title = MarkdownTitle.Find(document.FrontMatter, body, name);
        var told = MarkdownDate.Find(document.FrontMatter, body, name, newsletter.Zone);
        var date = told ?? TimeZoneInfo.ConvertTime(written, newsletter.Zone);
        var issue = ToIssue(
            newsletter, document.FrontMatter, title, LabelOf(name), DateOnly.FromDateTime(date.DateTime));
        return new ArchiveFile
        {
            Text = text,
            Issue = told is null ? issue with { Id = IdOf(newsletter, IdYear, issue.Ref.Label) } : issue,
            Document = ArchiveBody.WithoutResidue(document, title, ArchiveLanguage.Of(document, newsletter)),
        };
    }

    private static Issue ToIssue(
        Newsletter newsletter, FrontMatter frontMatter, string title, string slug, DateOnly date)
    {
        var number = NumberIn(frontMatter) ?? IssueTitle.NumberOf(title);
        var label = number?.ToString(CultureInfo.InvariantCulture) ?? slug;
        var (from, to) = IssueTitle.RangeOf(title, date) ?? (date, date);
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        var approved = new DateTimeOffset(midnight, newsletter.Zone.GetUtcOffset(midnight));
        return new Issue
        {
            Ref = new IssueRef(newsletter.Slug, label),
            Number = number,
            Id = IdOf(newsletter, day, label),
            Title = title,
            From = from,
            To = to,
            CutOff = approved,
            State = IssueState.Sent,
            Created = approved,
            Approved = approved,
            Sent = approved,
            Imported = true,
        };
    }

    /// <summary>A tag: URI (RFC 4151), the same whenever the same file is imported.</summary>
    private static string IdOf(Newsletter newsletter, string day, string label) =>
        $"tag:{newsletter.From.Address.Domain},{day}:{newsletter.Slug}/{Uri.EscapeDataString(label)}";

    private static int? NumberIn(FrontMatter frontMatter) =>
        frontMatter["number"] is { Length: <= 4 } text && text.All(char.IsAsciiDigit) && text.Any(digit => digit != '0')
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;

    /// <summary>A label that is safe as a file name and never looks like a number.</summary>
    private static string LabelOf(string name)
    {
        var stem = Ending().Replace(Path.GetFileName(name), "");
        var slug = NoLetters().Replace(Date().Replace(stem, "").ToLowerInvariant(), "-").Trim('-');
        var label = slug.Length <= LongestLabel ? slug : slug[..LongestLabel].Trim('-');
        return label.All(char.IsAsciiDigit) ? $"issue-{label}".TrimEnd('-') : label;
    }

    [GeneratedRegex(@"\.(md|markdown)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[-_ ]")]
    private static partial Regex Date();

    [GeneratedRegex(@"[^\p{Ll}\p{Lo}\p{Lm}\p{Nd}]+")]
    private static partial Regex NoLetters();
}
