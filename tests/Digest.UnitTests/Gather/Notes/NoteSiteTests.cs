using Digest.Gather.Notes;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Notes;

public sealed class NoteSiteTests
{
    private const string Path = "_posts/2026-11-02-long-keel.md";

    [Theory]
    [InlineData("/:year/:month/:day/:title/", "https://blog.example/log/2026/11/02/long-keel/")]
    [InlineData("/:categories/:year/:i_month/:i_day/:title.html", "https://blog.example/log/2026/11/2/long-keel.html")]
    [InlineData("/posts/:slug", "https://blog.example/log/posts/long-keel")]
    public void Note_has_the_address_that_its_site_gives_it(string permalink, string address) =>
        Assert.Equal(address, Read("Text", permalink).Url);

    [Theory]
    [InlineData("permalink: /fixed/keel.html", "https://blog.example/log/fixed/keel.html")]
    [InlineData("url: /:year/x/", "https://blog.example/log/2026/x/")]
    [InlineData("slug: 龙骨", "https://blog.example/log/%E9%BE%99%E9%AA%A8/")]
    [InlineData("link: https://elsewhere.example/x", "https://elsewhere.example/x")]
    [InlineData("url: //evil.example/", "https://blog.example/log/long-keel/")]
    public void Front_matter_goes_before_the_pattern(string line, string address) =>
        Assert.Equal(address, Read($"---\n{line}\n---\nText", "/:title/").Url);

    [Fact]
    public void Relative_links_and_images_become_whole_and_nothing_else_changes()
    {
        const string text = """
            ![舵](/img/helm.png "Helm") and [更多](../more_(x).html), [a](https://a.example/?x=1&y=2) `[c](d)`

            [ref]: /kept
            [ref] [#](#top)
            """;

        Assert.Equal(
            text.Replace("/img/", "https://blog.example/img/", StringComparison.Ordinal)
                .Replace("../more_(x).html", "<https://blog.example/log/more_(x).html>", StringComparison.Ordinal)
                .ReplaceLineEndings("\n"),
            Read(text, "/:title/").Body);
    }

    [Theory]
    [InlineData("status: draft")]
    [InlineData("draft: yes")]
    [InlineData("expiryDate: 2026-11-01")]
    public void Note_that_is_not_public_is_left_out(string line) =>
        Assert.Null(Note.Read("a.md", $"---\ntitle: t\n{line}\n---\nText", Request("/:title/"), []));

    [Theory]
    [InlineData("_drafts/a.md")]
    [InlineData("posts/_index.md")]
    public void Drafts_and_section_pages_are_left_out(string path) =>
        Assert.Null(Note.Read(path, "Text", Request("/:title/"), []));

    [Fact]
    public void Note_with_an_id_stays_itself_when_its_file_is_renamed() => Assert.Equal(
        Note.Read("a.md", "---\nid: keel-7\n---\nText", Request("/:title/"), [])!.ExternalId,
        Note.Read("b/c.md", "---\nid: keel-7\n---\nText", Request("/:title/"), [])!.ExternalId);

    [Fact]
    public void Date_of_publishing_goes_before_the_date() => Assert.Equal(
        1, Note.Read("a.md", "---\ndate: 2026-11-01\npublishDate: 2026-12-01\n---\nText", Request("/:title/"), [])!
            .Published!.Value.Day);

    [Theory]
    [InlineData("/:year/:wrong/", ":wrong is unknown")]
    [InlineData("posts/:title", "begins with no slash")]
    [InlineData("/:year/:month/:title.html", null)]
    public void Wrong_permalink_is_refused_in_words(string pattern, string? fault)
    {
        var told = NoteSite.Permalink.Check(pattern);

        Assert.Equal(fault is null, told is null);
        Assert.Contains(fault ?? "", told ?? "");
    }

    private static GatheredItem Read(string text, string permalink) => Note.Read(Path, text, Request(permalink), [])!;

    private static Digest.Gather.SourceRequest Request(string permalink) => Some.Request(Some.FeedSource("notes") with
    {
        Settings = new SourceSettingValues(new Dictionary<string, IReadOnlyList<string>>
        {
            ["site"] = ["https://blog.example/log/"],
            ["permalink"] = [permalink],
        }),
    });
}
