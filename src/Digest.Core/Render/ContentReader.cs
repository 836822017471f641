using System.Globalization;
using AngleSharp.Dom;
using Digest.Markup;
using Digest.Model;
using Digest.Templating;

namespace Digest.Render;

/// <summary>Reads an issue's document into what is rendered. One reader reads one issue: it counts the items.</summary>
/// <param name="page">Where the issue will be read: what an archive's relative images are resolved against.</param>
internal sealed class ContentReader(Issue issue, IssueDocument document, string language, Uri page)
{
    private readonly Chrome _chrome = Chrome.For(language);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private int _items;
    private int _sections;

    public IssueContent Read()
    {
        var intro = ReadItems(document.Intro, []);
        var sections = document.Sections.SelectMany(section => IsIssueTitle(section)
            ? ReadWithoutHeading(section)
            : ReadSection(section, []));
        return new IssueContent { Language = language, Intro = intro, Sections = [.. sections] };
    }

    /// <summary>A file may repeat the title as its first heading; the letter has it already.</summary>
    private bool IsIssueTitle(IssueSection section) =>
        document.Sections.Count == 1 && section.Level == 1 && section.Title.Trim() == issue.Title.Trim();

    private IEnumerable<ContentSection> ReadWithoutHeading(IssueSection section)
    {
        if (section.Items.Count > 0)
            yield return Section("", 0, ReadItems(section.Items, []));
        foreach (var below in section.Sections.SelectMany(child => ReadSection(child, [])))
            yield return below;
    }

    private IEnumerable<ContentSection> ReadSection(IssueSection section, IReadOnlyList<string> above)
    {
        var title = PlainLine.Of(section.Title);
        IReadOnlyList<string> path = [.. above, title];
        yield return Section(title, above.Count, ReadItems(section.Items, path));
        foreach (var below in section.Sections.SelectMany(child => ReadSection(child, path)))
            yield return below;
    }

    private ContentSection Section(string title, int depth, IReadOnlyList<ContentItem> items) => new()
    {
        Title = title,
        Anchor = string.Create(CultureInfo.InvariantCulture, $"section-{++_sections}"),
        Depth = depth,
        Items = items,
    };

    private IReadOnlyList<ContentItem> ReadItems(IReadOnlyList<IssueItem> items, IReadOnlyList<string> path) =>
        [.. items.Where(item => item.Markdown.Length > 0).Select(item => ReadItem(item, path))];

    private ContentItem ReadItem(IssueItem item, IReadOnlyList<string> path)
    {
        var words = StoryTitle.Words(item.Markdown, document.LinkDefinitions);
        var title = StoryTitle.Of(item.Markdown, document.LinkDefinitions);
        var html = MarkdownRenderer.ToHtml(item.Markdown, document.LinkDefinitions, page);
        var body = ItemHtml.Read(html, title.IsHeading, item.ItemId is not null, _chrome);
        var url = body.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")).FirstOrDefault(IsWeb);
        return new ContentItem
        {
            Id = item.ItemId,
            Key = KeyOf(item),
            Title = title.Text.Length > 0 ? title.Text : ShortAddress.Of(url ?? issue.Title),
            Words = words,
            Markdown = item.Markdown,
            Html = new CleanHtml(ItemHtml.Write(body)),
            Url = url,
            Language = ItemLanguage.Of(item, words, language),
            Section = path,
        };
    }

    /// <summary>An item that an editor copied stands twice under one id: the second one goes by its place.</summary>
    private string KeyOf(IssueItem item)
    {
        _items++;
        var place = _items.ToString(CultureInfo.InvariantCulture);
        return item.ItemId is { } id && _keys.Add(id) ? id : place;
    }

    private static bool IsWeb(string? address) =>
        address?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) == true
        || address?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;
}
