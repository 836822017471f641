using System.Text;
using System.Text.Json;
using Digest.Gather.Discourse;
using Digest.Gather.Web;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Discourse;

public sealed class DiscourseTests
{
    private static readonly Uri Root = new("https://forum.example/");

    [Fact]
    public void Topic_with_its_first_post_becomes_an_item()
    {
        var topic = Topic("""
            { "id": 42, "title": "浮木の会", "slug": "driftwood", "posts_count": 8, "like_count": 3, "category_id": 7,
              "created_at": "2026-11-12T08:00:00.000Z", "bumped_at": "2026-11-12T09:00:00.000Z", "tags": ["keel"] }
            """)!;
        var detail = Parse("""
            { "participant_count": 5, "post_stream": { "posts": [
              { "post_number": 1, "name": "葵", "cooked": "<p>集まりは<a href=\"/t/9\">ここ</a></p>" },
              { "post_number": 2, "name": "marit", "cooked": "<p>yes</p>" }] } }
            """);

        var item = DiscourseItems.Of(topic, detail, Root, "行事", Some.FeedSource());

        Assert.Equal("topic/42", item.ExternalId);
        Assert.Equal("https://forum.example/t/driftwood/42", item.Url);
        Assert.Equal("集まりは[ここ](https://forum.example/t/9)", item.Body);
        Assert.Equal("葵", item.Author);
        Assert.Equal(["行事", "keel"], item.Tags);
        Assert.Equal(new ItemSignals { Replies = 7, Participants = 5, Importance = "3 ♥" }, item.Signals);
    }

    [Fact]
    public void Pinned_and_undated_topics_do_not_end_the_paging()
    {
        var since = Some.RunMoment.AddDays(-7);
        var page = DiscoursePage.Of(Parse("""
            { "topic_list": { "more_topics_url": "/latest?page=1", "topics": [
              { "id": 1, "title": "Rules", "pinned": true, "bumped_at": "2020-01-01T00:00:00Z" },
              { "id": 2, "title": "Empty", "last_posted_at": null, "bumped_at": null },
              { "id": 3, "title": "New", "bumped_at": "2026-11-12T00:00:00Z" }] } }
            """))!;

        Assert.False(page.IsLast);
        Assert.False(page.Reaches(since));
        Assert.True(page.Reaches(Some.RunMoment));
    }

    [Theory]
    [InlineData("""{ "id": 1, "title": "private", "archetype": "private_message" }""")]
    [InlineData("""{ "id": 1, "title": "unlisted", "visible": false }""")]
    [InlineData("""{ "id": 0, "title": "no id" }""")]
    [InlineData("""{ "title": null }""")]
    [InlineData("""[]""")]
    public void What_is_no_public_topic_is_left_out(string json) => Assert.Null(Topic(json));

    [Theory]
    [InlineData("..", "https://forum.example/t/1")]
    [InlineData("a/../../b?c#d", "https://forum.example/t/a%2F..%2F..%2Fb%3Fc%23d/1")]
    [InlineData(null, "https://forum.example/t/1")]
    public void Slug_cannot_lead_elsewhere(string? slug, string url) => Assert.Equal(
        url,
        DiscourseItems.Of(new DiscourseTopic(1, "t") { Slug = slug }, default, Root, null, Some.FeedSource()).Url);

    [Theory]
    [InlineData("{\"errors\":[\"Slow down\"],\"extras\":{\"wait_seconds\":14}}", "asks to wait 14 s")]
    [InlineData("{\"extras\":{\"wait_seconds\":-1}}", "asks for fewer requests")]
    [InlineData("<html>", "asks for fewer requests")]
    public void Wait_is_read_from_the_answer(string body, string words) => Assert.Contains(
        words,
        DiscourseLimit.Words(new WebAnswer.Failed("", false) { Body = Encoding.UTF8.GetBytes(body) }));

    [Theory]
    [InlineData("""{ "topic_list": { } }""")]
    [InlineData("""{ "topic_list": null }""")]
    [InlineData("""{ "errors": ["no"] }""")]
    [InlineData("""[1]""")]
    public void Answer_of_another_kind_is_no_page(string json) => Assert.Null(DiscoursePage.Of(Parse(json)));

    private static DiscourseTopic? Topic(string json) =>
        DiscourseTopic.Of(Parse(json), new Dictionary<long, string>());

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
