using System.Text.RegularExpressions;
using Digest.Markup;
using Digest.Model;

namespace Digest.Run;

/// <summary>Takes off what a site generator leaves in a post and no reader should see.</summary>
internal static partial class ArchiveBody
{
    private static readonly char[] DateFrame = [' ', '\t', '\r', '\n', '*'];

    /// <param name="language">The language to render in, or null for the newsletter's.</param>
    public static IssueDocument WithoutResidue(IssueDocument document, string title, string? language)
    {
        var intro = document.Intro.Where(item => !IsTemplateTag(item) && !IsMoment(item)).ToList();
        if (intro.Count > 0 && MarkdownRenderer.ToWords(intro[0].Markdown) == title)
            intro.RemoveAt(0);

        return document with
        {
            FrontMatter = language is null ? document.FrontMatter : InLanguage(document.FrontMatter, language),
            Intro = intro,
            Sections = [.. document.Sections.Select(WithoutTags)],
        };
    }

    public static int CountSections(IReadOnlyList<IssueSection> sections) =>
        sections.Sum(section => 1 + CountSections(section.Sections));

    /// <summary>As the page counts them: what stands before the first section is no item.</summary>
    public static int CountItems(IssueDocument document) =>
        document.Sections.Count == 0 ? document.Intro.Count : CountItems(document.Sections);

    private static int CountItems(IReadOnlyList<IssueSection> sections) =>
        sections.Sum(section => section.Items.Count + CountItems(section.Sections));

    private static IssueSection WithoutTags(IssueSection section) => section with
    {
        Items = [.. section.Items.Where(item => !IsTemplateTag(item))],
        Sections = [.. section.Sections.Select(WithoutTags)],
    };

    private static bool IsTemplateTag(IssueItem item) => TemplateTag().IsMatch(item.Markdown);

    /// <summary>
    /// A line like <c>*2015/05/19 00:35:50 *</c>: the issue's date, which stands below its title anyway.
    /// </summary>
    private static bool IsMoment(IssueItem item) =>
        item.Markdown.StartsWith('*') && MarkdownDate.Read(item.Markdown.Trim(DateFrame), TimeZoneInfo.Utc) is not null;

    private static FrontMatter InLanguage(FrontMatter frontMatter, string language) => new()
    {
        Values = new Dictionary<string, IReadOnlyList<string>>(frontMatter.Values, StringComparer.OrdinalIgnoreCase)
        {
            ["language"] = [language],
        },
    };

    [GeneratedRegex(@"\A\s*\{[%{][^\r\n]*[%}]\}\s*\z")]
    private static partial Regex TemplateTag();
}
