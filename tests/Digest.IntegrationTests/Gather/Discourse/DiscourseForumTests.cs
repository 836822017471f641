using Digest.Model;
using Digest.Testing;
using Microsoft.AspNetCore.Http;
using Xunit;
using static Digest.Testing.FakeDiscourse;

namespace Digest.IntegrationTests.Gather.Discourse;

public sealed class DiscourseForumTests : IAsyncLifetime
{
    private FakeFeedServer _server = null!;
    private FakeDiscourse _forum = null!;
    private readonly GatherHost _host = new();

    public async ValueTask InitializeAsync()
    {
        _server = await FakeFeedServer.StartAsync();
        _forum = new FakeDiscourse(_server);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    private SourceDefinition Forum => new() { Id = "forum", Type = "discourse", Url = _server.Address("/") };

    [Fact]
    public async Task New_topics_are_told_once_with_their_text()
    {
        _forum.List(
                "latest",
                Topic(1, "规则", "2020-01-01T00:00:00Z", pinned: true),
                Topic(9, "龙骨聚会", "2026-11-12T00:00:00Z"),
                Topic(8, "流木の会", "2026-11-11T00:00:00Z"),
                Topic(2, "Revived", "2026-11-10T00:00:00Z", created: "2020-01-01T00:00:00Z"),
                Topic(3, "Old", "2020-01-01T00:00:00Z"),
                Topic(4, "Never asked", "2019-01-01T00:00:00Z"))
            .Post(9, "<p>你好<script>1</script></p>")
            .Post(8, "<p>こんにちは</p>");

        Assert.Equal(2, (await _host.GatherAsync(Forum)).New);
        Assert.Equal(0, (await _host.GatherAsync(Forum, day: 1)).New);

        Assert.Equal(["你好", "こんにちは"], _host.Store.Items.Select(item => item.Content.Body));
        Assert.Equal([9, 8], _forum.Opened);
    }

    [Fact]
    public async Task Topic_that_was_removed_meanwhile_is_left_out()
    {
        _forum.List("latest", Topic(9, "Gone", "2026-11-12T00:00:00Z"));

        Assert.Equal(0, (await _host.GatherAsync(Forum)).Read);
    }

    [Fact]
    public async Task Only_some_texts_are_asked_for_and_every_title_is_told()
    {
        _forum.List("top", Topic(1, "unused", "2026-11-12T00:00:00Z"));
        _forum.List("latest", [.. Enumerable.Range(1, 30).Select(i => Topic(i, $"T{i}", "2026-11-12T00:00:00Z"))]);
        foreach (var i in Enumerable.Range(1, 30))
            _forum.Post(i, $"<p>{i}</p>");

        Assert.Equal(30, (await _host.GatherAsync(Forum)).New);
        Assert.Equal(25, _forum.Opened.Count);
    }

    [Fact]
    public async Task Categories_and_best_of_a_period_are_asked_for()
    {
        _forum.List("c/news/7/l/top", Topic(9, "Best", "2020-01-01T00:00:00Z")).Post(9, "<p>x</p>");

        var result = await _host.GatherAsync(Forum.With("categories", "news/7").With("period", "weekly"));

        Assert.Equal(1, result.New);
    }

    [Theory]
    [InlineData(429, "asks to wait 14 s")]
    [InlineData(403, "to members only")]
    [InlineData(404, "no such forum, category or tag")]
    public async Task Refusal_is_told_in_the_forums_terms(int status, string words)
    {
        _server.On("/latest.json", context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("{\"extras\":{\"wait_seconds\":14}}");
        });

        Assert.Contains(words, (await _host.GatherAsync(Forum)).Error);
    }
}
