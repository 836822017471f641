using Digest.Feeds;

namespace Digest.Testing;

public static partial class Some
{
    public static FeedEntry FeedEntry(string id = "tag:news.example,2026:weekly/1") => new()
    {
        Id = id,
        Title = "社区动态第一期",
        Url = "https://news.example/weekly/001.html",
        Summary = "Nova & friends",
        ContentHtml = "<p>Nova &amp; <a href=\"https://nova.example/\">friends</a></p>",
        Authors = ["编辑部"],
        Published = new DateTimeOffset(2026, 11, 13, 10, 0, 0, TimeSpan.Zero),
        Updated = new DateTimeOffset(2026, 11, 13, 10, 0, 0, TimeSpan.Zero),
        Tags = ["nova"],
    };

    public static FeedDocument Feed(params FeedEntry[] entries) => new()
    {
        Id = "tag:news.example,2026:weekly",
        Title = "社区动态周刊",
        Description = "每周社区动态",
        HomeUrl = "https://news.example/weekly/",
        SelfUrl = "https://news.example/weekly/feed.xml",
        Language = "zh-CN",
        Updated = new DateTimeOffset(2026, 11, 13, 10, 0, 0, TimeSpan.Zero),
        Authors = ["编辑部"],
        Entries = entries,
    };
}
