using Digest.Feeds;
using Digest.Gather;
using Digest.Gather.Feed;
using Xunit;

namespace Digest.UnitTests.Gather.Feed;

public sealed class AdvertisedFeedTests
{
    private static readonly Uri Page = new("https://d.example/");
    private static readonly Uri Feed = new("https://d.example/feed");

    [Fact]
    public void Feed_is_remembered_for_its_page_alone()
    {
        var told = Assert.IsType<FetchOutcome.Fetched>(
            AdvertisedFeed.Told(new FetchOutcome.Fetched([], ["other"]), Page, Feed));

        Assert.Equal(Feed, AdvertisedFeed.Recall(told.Memory, Page));
        Assert.Null(AdvertisedFeed.Recall(told.Memory, new Uri("https://e.example/")));
        Assert.Null(AdvertisedFeed.Recall(null, Page));
        Assert.Contains("put 'url: https://d.example/feed' into newsletter.yml", told.Warnings[0]);
        Assert.Equal("other", told.Warnings[1]);
    }

    [Fact]
    public void Several_feeds_are_named_with_their_titles()
    {
        var choice = AdvertisedFeed.Choice(
            [new("https://d.example/a", "动态", "application/rss+xml"), new("https://d.example/b", "", "text/xml")]);

        Assert.EndsWith("https://d.example/a (动态), https://d.example/b", choice);
    }
}
