using AngleSharp.Html.Parser;
using Digest.Markup;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Markup;

/// <summary>The twelve real issues, as an importer and a renderer meet them.</summary>
public sealed class WeeklyTests
{
    [Fact]
    public void All_twelve_issues_are_written_back_as_they_were()
    {
        var texts = Texts();

        Assert.Equal(12, texts.Count);
        Assert.All(texts, text => Assert.Equal(text, IssueMarkdown.Write(IssueMarkdown.Parse(text))));
    }

    [Fact]
    public void Every_issue_has_its_title_and_its_two_sections() =>
        Assert.All(Texts().Select(IssueMarkdown.Parse), document =>
        {
            Assert.Matches("^OpenStack社区动态第[一二三四五六七八九十]+期", document.FrontMatter["title"]);
            Assert.Equal(["业界动态", "社区跟踪"], document.Sections.Select(section => section.Title));
            Assert.All(document.Sections[1].Sections, section => Assert.Equal(3, section.Level));
        });

    [Fact]
    public void No_heading_is_lost() =>
        Assert.All(Texts(), text => Assert.Equal(
            text.Split('\n').Where(line => line.StartsWith('#')).Select(line => line.Trim('#', ' ', '\r')),
            Sections(IssueMarkdown.Parse(text).Sections).Select(section => section.Title)));

    [Fact]
    public void Items_are_paragraphs_and_what_belongs_to_them()
    {
        var items = Texts().SelectMany(text => Items(IssueMarkdown.Parse(text))).ToList();

        Assert.InRange(items.Count, 200, 300);
        Assert.All(items, item => Assert.NotEmpty(item.Markdown));
        Assert.All(items, item => Assert.DoesNotMatch(@"^\s*(?:[-*>] |\d{1,2}[、)）])", item.Markdown));
    }

    [Fact]
    public void All_271_links_survive_in_html_with_exact_targets()
    {
        var (marked, bare, withWord, targets) = Expected();

        Assert.Equal(271, marked + bare);
        Assert.Equal(8, bare);
        Assert.Equal(1, withWord);
        Assert.Equal(targets.Order(StringComparer.Ordinal), Rendered(Hrefs).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_links_are_told_exactly_as_written()
    {
        var told = Texts().SelectMany(text => Targets(text, MarkdownRenderer.Links));

        Assert.Equal(Texts().SelectMany(Scan).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_links_survive_in_text() =>
        Assert.All(Texts(), text =>
        {
            var document = IssueMarkdown.Parse(text);
            var links = new LinkList();
            var lines = Items(document)
                .Select(item => MarkdownRenderer.ToText(item.Markdown, document.LinkDefinitions, links));
            var whole = string.Join('\n', lines) + "\n" + string.Join('\n', links.Addresses) + "\n";

            Assert.All(Scan(text).Select(Shown), target => Assert.Contains(target, whole, StringComparison.Ordinal));
        });

    [Fact]
    public void Lists_and_quotes_survive_in_html()
    {
        var html = string.Concat(Rendered((markdown, definitions) => [MarkdownRenderer.ToHtml(markdown, definitions)]));

        Assert.Contains("<li>", html, StringComparison.Ordinal);
        Assert.Contains("<ol", html, StringComparison.Ordinal);
        Assert.Contains("<blockquote>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("](http", html, StringComparison.Ordinal);
    }

    private static (int Marked, int Bare, int WithWord, List<string> Targets) Expected()
    {
        var texts = Texts();
        return (
            texts.Sum(text => LinkScanner.Marked(text).Count),
            texts.Sum(text => LinkScanner.Bare(text).Count),
            texts.Sum(text => LinkScanner.WithWord(text).Count),
            [.. texts.SelectMany(Scan).Select(Shown)]);
    }

    private static IEnumerable<string> Scan(string text) =>
        LinkScanner.Marked(text).Concat(LinkScanner.Bare(text)).Concat(LinkScanner.WithWord(text));

    // One author copied an invisible mark into an address; it is shown, because nobody could find it otherwise.
    private static string Shown(string target) => target.Replace("\u200E", "%E2%80%8E", StringComparison.Ordinal);

    private static IEnumerable<string> Rendered(Func<string, string, IReadOnlyList<string>> render) =>
        Texts().SelectMany(text => Targets(text, render));

    private static IEnumerable<string> Targets(string text, Func<string, string, IReadOnlyList<string>> render)
    {
        var document = IssueMarkdown.Parse(text);
        return Items(document).SelectMany(item => render(item.Markdown, document.LinkDefinitions));
    }

    private static IReadOnlyList<string> Hrefs(string markdown, string definitions) =>
        [.. new HtmlParser().ParseDocument(MarkdownRenderer.ToHtml(markdown, definitions)).QuerySelectorAll("a")
            .Select(link => link.GetAttribute("href")!)];

    private static IEnumerable<IssueItem> Items(IssueDocument document) =>
        document.Intro.Concat(Sections(document.Sections).SelectMany(section => section.Items));

    private static IEnumerable<IssueSection> Sections(IEnumerable<IssueSection> sections) =>
        sections.SelectMany(section => Sections(section.Sections).Prepend(section));

    private static List<string> Texts()
    {
        Assert.SkipWhen(Corpus.SkipReason("weekly") is not null, Corpus.SkipReason("weekly") ?? "");
        return [.. Directory.GetFiles(Corpus.PathOf("weekly"), "*.md").Order(StringComparer.Ordinal)
            .Select(file => TextDecoder.Decode(File.ReadAllBytes(file)))];
    }
}
