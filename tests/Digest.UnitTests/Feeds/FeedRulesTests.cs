using System.Text;
using Digest.Feeds;
using Digest.Testing;
using Digest.Testing.Feeds;
using Xunit;

namespace Digest.UnitTests.Feeds;

/// <summary>
/// What our writers write keeps every rule of strict readers, and every rule finds the document that breaks it.
/// </summary>
public sealed class FeedRulesTests
{
    private static readonly FeedDocument Good = Some.Feed(
        Some.FeedEntry("tag:news.example,2026:weekly/2#a") with { Language = "ja" },
        Some.FeedEntry("tag:news.example,2026:weekly/2#b"));

    private static readonly FeedDocument Archive = Good with
    {
        HubUrl = "https://hub.example/",
        SelfUrl = "https://news.example/weekly/feed-archive-2.xml",
        Paging = new FeedPaging
        {
            IsArchive = true,
            CurrentUrl = "https://news.example/weekly/feed.xml",
            OlderUrl = "https://news.example/weekly/feed-archive-1.xml",
            OldestUrl = "https://news.example/weekly/feed-archive-1.xml",
        },
    };

    // Everything an entry may lack, and everything a caller may get wrong.
    private static readonly FeedDocument Poor = new()
    {
        Id = "weekly",
        SelfUrl = "https://news.example/feed",
        HomeUrl = "/weekly/",
        Language = "",
        Authors = [" "],
        Entries =
        [
            new FeedEntry { Id = "42", Title = "" },
            new FeedEntry { Id = "43", Title = " \n ", Url = "javascript:alert(1)", Summary = "只有正文" },
            new FeedEntry { Id = "44", Title = "二\n行", Url = "https://news.example/a b", Authors = ["", "谷"] },
        ],
    };

    public static TheoryData<string> Documents => ["good", "archive", "poor"];

    /// <summary>A rule, what to look for in the good document, and what to put there.</summary>
    public static TheoryData<string, string, string> BadRss => new()
    {
        { "root", "version=\"2.0\"", "version=\"0.91\"" },
        { "channel", "<description>每周社区动态</description>", "" },
        { "language", "zh-cn", "zh_CN" },
        { "language", "zh-cn", "zh-CN" },
        { "date", "Fri, 13 Nov 2026", "Sat, 13 Nov 2026" },
        { "date", "Fri, 13 Nov 2026", "金, 13 11月 2026" },
        { "ttl", "<ttl>60<", "<ttl>often<" },
        { "self", "rel=\"self\"", "rel=\"me\"" },
        { "address", "<link>https://news.example/weekly/001.html", "<link>/weekly/001.html" },
        { "html", "href=\"https://nova.example/\"", "href=\"/nova\"" },
        { "title", "<title>社区动态第一期", "<title>\n社区动态第一期" },
        { "item", "<item>", "<item /><item>" },
        { "identity", "isPermaLink=\"false\"", "isPermaLink=\"true\"" },
        { "identity", "tag:news.example,2026:weekly/2#a", "https://news.example/weekly/001.html" },
        { "double", "weekly/2#a", "weekly/2#b" },
        { "author", "<category>nova</category>", "<author>谷</author>" },
        { "enclosure", "<category>nova</category>", "<enclosure /><enclosure />" },
        { "archive", "rel=\"self\"", "rel=\"current\"" },
    };

    public static TheoryData<string, string, string> BadAtom => new()
    {
        { "root", "xmlns=\"http://www.w3.org/2005/Atom\"", "xmlns=\"http://purl.org/atom/ns#\"" },
        { "required", "<id>tag:news.example,2026:weekly</id>", "" },
        { "author", "author>", "writer>" },
        { "name", "<name>编辑部</name>", "<name> </name>" },
        { "identity", "tag:news.example,2026:weekly/2#a", "weekly 2" },
        { "double", "weekly/2#a", "weekly/2#b" },
        { "date", "2026-11-13T10:00:00Z", "2026-11-13 10:00:00" },
        { "latest", "</subtitle>\n  <updated>2026-11-13", "</subtitle>\n  <updated>2026-11-12" },
        { "self", "rel=\"self\"", "rel=\"me\"" },
        { "alternate", "rel=\"self\"", "rel=\"alternate\"" },
        { "content", "<entry>", "<entry /><entry>" },
        { "address", "href=\"https://news.example/weekly/\"", "href=\"/weekly/\"" },
        { "html", "href=\"https://nova.example/\"", "href=\"/nova\"" },
        { "type", "type=\"html\"", "type=\"xhtml+html\"" },
        { "language", "xml:lang=\"ja\"", "xml:lang=\"ja_JP\"" },
        { "archive", "rel=\"self\"", "rel=\"current\"" },
    };

    public static TheoryData<string, string, string> BadJson => new()
    {
        { "version", "version/1.1", "version/1" },
        { "title", "\"title\": \"社区动态周刊\"", "\"name\": \"社区动态周刊\"" },
        { "items", "\"items\": [", "\"items\": 1, \"entries\": [" },
        { "feed_url", "\"feed_url\"", "\"self\"" },
        { "address", "\"home_page_url\": \"https://news.example/weekly/\"", "\"home_page_url\": \"weekly\"" },
        { "next", "\"version\"", "\"next_url\": \"https://news.example/weekly/feed.xml\", \"version\"" },
        { "identity", "\"id\": \"tag:news.example,2026:weekly/2#a\"", "\"id\": 2" },
        { "double", "weekly/2#a", "weekly/2#b" },
        { "content", "\"content_html\"", "\"content\"" },
        { "html", "https://nova.example/", "/nova" },
        { "date", "2026-11-13T10:00:00Z", "Fri, 13 Nov 2026" },
        { "authors", "\"name\": \"编辑部\"", "\"email\": \"a@b.example\"" },
        { "language", "\"language\": \"ja\"", "\"language\": \"日本語\"" },
        { "hubs", "\"version\"", "\"hubs\": {}, \"version\"" },
        { "null", "\"version\"", "\"icon\": null, \"version\"" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Rss_keeps_every_rule(string name) => Assert.DoesNotContain(
        RssRules.Faults(RssWriter.Write(Find(name))), fault => !IsForeignId(name, fault));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Atom_keeps_every_rule(string name) => Assert.Empty(AtomRules.Faults(AtomWriter.Write(Find(name))));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Json_feed_keeps_every_rule(string name) => Assert.DoesNotContain(
        JsonFeedRules.Faults(JsonFeedWriter.Write(Find(name))), fault => !IsForeignId(name, fault));

    [Theory]
    [MemberData(nameof(BadRss))]
    public void Rss_that_breaks_a_rule_is_found(string rule, string good, string bad) =>
        Assert.Contains(RssRules.Faults(Spoil(RssWriter.Write(Good), good, bad)), Begins(rule));

    [Theory]
    [MemberData(nameof(BadAtom))]
    public void Atom_that_breaks_a_rule_is_found(string rule, string good, string bad) =>
        Assert.Contains(AtomRules.Faults(Spoil(AtomWriter.Write(Good), good, bad)), Begins(rule));

    [Theory]
    [MemberData(nameof(BadJson))]
    public void Json_feed_that_breaks_a_rule_is_found(string rule, string good, string bad) =>
        Assert.Contains(JsonFeedRules.Faults(Spoil(JsonFeedWriter.Write(Good), good, bad)), Begins(rule));

    [Fact]
    public void Every_rule_is_seen_to_fail()
    {
        Assert.Equal(RssRules.Names.Order(), BadRss.Select(row => row.Data.Item1).Distinct().Order());
        Assert.Equal(AtomRules.Names.Order(), BadAtom.Select(row => row.Data.Item1).Distinct().Order());
        Assert.Equal(JsonFeedRules.Names.Order(), BadJson.Select(row => row.Data.Item1).Distinct().Order());
    }

    private static FeedDocument Find(string name) => name switch
    {
        "good" => Good,
        "archive" => Archive,
        _ => Poor,
    };

    // RSS and JSON Feed take any text for an id; what an entry was given is never changed there.
    private static bool IsForeignId(string name, string fault) =>
        name == "poor" && fault.StartsWith("identity", StringComparison.Ordinal);

    private static Predicate<string> Begins(string rule) =>
        fault => fault.StartsWith($"{rule}: ", StringComparison.Ordinal);

    private static byte[] Spoil(byte[] feed, string good, string bad)
    {
        var text = Encoding.UTF8.GetString(feed);
        Assert.Contains(good, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(good, bad, StringComparison.Ordinal));
    }
}
