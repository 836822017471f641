using System.Text.Json;
using Digest.Gather.MediaWiki;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.MediaWiki;

public sealed class WikiTests
{
    private static readonly WikiSite Site = new("https://wiki.example/wiki/$1");

    [Theory]
    [InlineData("/* Keel */ 更新议程", "Keel", "Keel: 更新议程")]
    [InlineData("/* Keel */", "Keel", "Keel")]
    [InlineData("typo in [[Keel/Plan|the plan]] and [[Sail]]", null, "typo in the plan and Sail")]
    [InlineData("# not *a* heading <b>", null, "\\# not \\*a\\* heading \\<b>")]
    [InlineData("/* a */ /* b */ two", "a", "a: two")]
    [InlineData("", null, "")]
    public void Comment_is_read_with_its_section(string comment, string? section, string markdown)
    {
        var read = WikiComment.Of(comment);

        Assert.Equal(section, read.Section);
        Assert.Equal(markdown, read.ToMarkdown());
    }

    [Fact]
    public void Edits_of_a_page_are_one_item_with_the_newest_revision()
    {
        var item = Assert.Single(WikiItems.Of(
            [Edit(11, "/* Keel */ agenda", "marit"), Edit(13, "/* Keel */ more", "葵"), Edit(12, "/* Keel */", "marit")],
            Site,
            Some.FeedSource()));

        Assert.Equal("5@13", item.ExternalId);
        Assert.Equal("https://wiki.example/wiki/Road_map#Keel", item.Url);
        Assert.Equal("- Keel: agenda\n- Keel\n- Keel: more", item.Body);
        Assert.Null(item.Author);
        Assert.Equal(new ItemSignals { Participants = 2, Change = "3 edits" }, item.Signals);
        Assert.Equal(["wiki:wiki.example/Road_map"], item.Objects);
    }

    [Fact]
    public void New_page_is_told_as_new()
    {
        var item = Assert.Single(WikiItems.Of([Edit(11, "", "marit") with { IsNew = true }], Site, Some.FeedSource()));

        Assert.Equal("new page", item.Signals.Change);
        Assert.Equal("marit", item.Author);
        Assert.Equal("https://wiki.example/wiki/Road_map", item.Url);
    }

    [Theory]
    [InlineData("""{ "type": "edit", "title": "T", "revid": 3, "user": "192.0.2.1", "anon": "" }""")]
    [InlineData("""{ "type": "edit", "title": "T", "revid": 3, "userhidden": "" }""")]
    [InlineData("""{ "type": "edit", "title": "T", "revid": 3, "user": "~2026-1", "temp": true }""")]
    public void Who_is_known_by_network_address_alone_is_not_named(string json) =>
        Assert.Null(WikiChange.OfRecent(JsonDocument.Parse(json).RootElement)!.User);

    [Theory]
    [InlineData("""{ "type": "log", "title": "T", "revid": 3 }""")]
    [InlineData("""{ "type": "edit", "title": "T", "revid": 0 }""")]
    [InlineData("""{ "type": "edit", "revid": 3 }""")]
    [InlineData("""null""")]
    public void What_is_no_edit_is_left_out(string json) =>
        Assert.Null(WikiChange.OfRecent(JsonDocument.Parse(json).RootElement));

    [Theory]
    [InlineData("""{ "server": "//wiki.example", "articlepath": "/wiki/$1" }""", "https://wiki.example/wiki/$1")]
    [InlineData("""{ "server": "javascript:x", "articlepath": "evil" }""", "https://w.example/w/index.php?title=$1")]
    [InlineData("""{ }""", "https://w.example/w/index.php?title=$1")]
    public void Wiki_says_where_its_pages_are(string json, string pages) => Assert.Equal(
        pages, WikiSite.Of(JsonDocument.Parse(json).RootElement, new Uri("https://w.example/w/api.php")).Pages);

    [Theory]
    [InlineData("流木/計画", "https://wiki.example/wiki/%E6%B5%81%E6%9C%A8/%E8%A8%88%E7%94%BB")]
    [InlineData("What? #1 & 2", "https://wiki.example/wiki/What%3F_%231_%26_2")]
    [InlineData("Project:Keel", "https://wiki.example/wiki/Project:Keel")]
    public void Page_has_the_address_that_the_wiki_gives_it(string title, string address) =>
        Assert.Equal(address, Site.AddressOf(title, null));

    private static WikiChange Edit(long revision, string comment, string user) => new("Road map", revision)
    {
        PageId = 5,
        Comment = comment,
        User = user,
        At = Some.RunMoment.AddMinutes(revision - 100),
    };
}
