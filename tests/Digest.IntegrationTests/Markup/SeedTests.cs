using System.Text.RegularExpressions;
using Digest.Markup;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Markup;

/// <summary>
/// The five other texts: blog posts with images and Liquid tags, and a Japanese one without any structure.
/// </summary>
public sealed partial class SeedTests
{
    [Fact]
    public void All_five_are_written_back_as_they_were()
    {
        var texts = Texts();

        Assert.Equal(5, texts.Count);
        Assert.All(texts.Values, text => Assert.Equal(text, IssueMarkdown.Write(IssueMarkdown.Parse(text))));
    }

    [Fact]
    public void No_heading_is_lost() =>
        Assert.All(Texts().Values, text => Assert.Equal(
            HeadingLine().Matches(text).Select(match => match.Groups["title"].Value.Trim()),
            Sections(IssueMarkdown.Parse(text).Sections).Select(section => section.Title)));

    [Fact]
    public void No_image_is_lost() =>
        Assert.All(Texts().Values, text => Assert.Equal(
            Image().Matches(text).Select(match => match.Groups["target"].Value),
            Items(text).SelectMany(item => MarkdownRenderer.Links(item.Markdown, "")).Where(IsOwnImage)));

    [Fact]
    public void Lists_are_lists()
    {
        var items = Items(Text("vancouver-summit-day1.md"));
        var html = string.Concat(items.Select(item => MarkdownRenderer.ToHtml(item.Markdown, "")));

        Assert.Contains("<ol>\n<li>多个区域的云数据都在不断增长</li>", html, StringComparison.Ordinal);
        Assert.Contains("<li>Scalable</li>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Front_matter_with_odd_spacing_is_read()
    {
        var front = IssueMarkdown.Parse(Text("vancouver-summit-day1.md")).FrontMatter;

        Assert.Equal("OpenStack", front["category"]);
        Assert.Equal(["Vancouver", "summit", "nova"], front.All("tags"));
    }

    [Fact]
    public void A_text_without_structure_is_all_intro()
    {
        var document = IssueMarkdown.Parse(Text("kilo-design-summit.ja.md"));

        Assert.Empty(document.FrontMatter.Values);
        Assert.Equal("OpenStack Kilo Design Summit 報告", document.Intro[0].Markdown);
        Assert.Contains(document.Intro, item => item.Markdown.Contains("<https://wiki.openstack.org/wiki/Sprints>"));
    }

    // The pictures of these posts stand on the same site as the posts.
    private static bool IsOwnImage(string link) => link.StartsWith('/') && Path.HasExtension(link);

    private static string Text(string name) => Texts()[name];

    private static IEnumerable<IssueItem> Items(string text)
    {
        var document = IssueMarkdown.Parse(text);
        return document.Intro.Concat(Sections(document.Sections).SelectMany(section => section.Items));
    }

    private static IEnumerable<IssueSection> Sections(IEnumerable<IssueSection> sections) =>
        sections.SelectMany(section => Sections(section.Sections).Prepend(section));

    private static Dictionary<string, string> Texts()
    {
        Assert.SkipWhen(Corpus.SkipReason("seeds") is not null, Corpus.SkipReason("seeds") ?? "");
        return Directory.GetFiles(Corpus.PathOf("seeds"), "*.md")
            .ToDictionary(file => Path.GetFileName(file), file => TextDecoder.Decode(File.ReadAllBytes(file)));
    }

    [GeneratedRegex(@"^#{1,6} +(?<title>.*?)[ #\r]*$", RegexOptions.Multiline)]
    private static partial Regex HeadingLine();

    [GeneratedRegex(@"!\[[^\]]*\]\((?<target>[^)\s]+)")]
    private static partial Regex Image();
}
