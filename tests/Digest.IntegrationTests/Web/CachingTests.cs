using System.Globalization;
using System.IO.Compression;
using System.Net;
using Xunit;

namespace Digest.IntegrationTests.Web;

public sealed class CachingTests : IAsyncDisposable
{
    private readonly ServedSite _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Matching_tag_answers_not_modified_with_the_same_headers()
    {
        await _site.StartAsync();
        var first = await _site.GetAsync("/weekly/feed.xml");
        var tag = first.Headers.ETag!;
        var second = await _site.GetAsync("/weekly/feed.xml", ("If-None-Match", $"\"other\", W/{tag}"));

        Assert.False(tag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(tag, second.Headers.ETag);
        Assert.Equal("Accept-Encoding", second.Headers.Vary.Single());
        Assert.Equal(first.Headers.CacheControl, second.Headers.CacheControl);
        Assert.Empty(await BodyAsync(second));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Hub_stands_in_the_headers(string method)
    {
        await _site.StartAsync();
        var response = await _site.SendAsync(new HttpMethod(method), "/weekly/feed.xml", null);
        var feed = _site.Published.Files.Single(file => file.Name == "feed.xml");
        Assert.Equal(feed.Links, response.Headers.GetValues("Link"));
    }

    [Fact]
    public async Task File_without_a_hub_has_no_links()
    {
        await _site.StartAsync();
        Assert.False((await _site.GetAsync("/weekly/001.html")).Headers.Contains("Link"));
    }

    [Fact]
    public async Task Tag_wins_over_the_date()
    {
        await _site.StartAsync();
        var response = await _site.GetAsync(
            "/weekly/feed.xml",
            ("If-None-Match", "\"other\""),
            ("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.NotModified)]
    [InlineData(60, HttpStatusCode.NotModified)]
    [InlineData(-1, HttpStatusCode.OK)]
    public async Task Date_alone_decides_to_the_second(int seconds, HttpStatusCode expected)
    {
        await _site.StartAsync();
        var first = await _site.GetAsync("/weekly/feed.xml");
        var since = first.Content.Headers.LastModified!.Value.AddSeconds(seconds);
        var response = await _site.GetAsync(
            "/weekly/feed.xml", ("If-Modified-Since", since.ToString("R", CultureInfo.InvariantCulture)));
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Head_answers_like_get_without_a_body()
    {
        await _site.StartAsync();
        var get = await _site.GetAsync("/weekly/001.html");
        var head = await _site.SendAsync(HttpMethod.Head, "/weekly/001.html", null);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await BodyAsync(head));
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("identity", null)]
    [InlineData("deflate", null)]
    public async Task Coding_follows_what_the_client_takes(string accepted, string? coding)
    {
        await _site.StartAsync();
        var response = await _site.GetAsync("/weekly/feed.xml", ("Accept-Encoding", accepted));
        Assert.Equal(coding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", response.Headers.Vary.Single());
    }

    [Fact]
    public async Task Each_coding_has_its_own_tag_and_the_same_text()
    {
        await _site.StartAsync();
        var plain = await _site.GetAsync("/weekly/feed.xml");
        var brotli = await _site.GetAsync("/weekly/feed.xml", ("Accept-Encoding", "br"));
        await using var stream = await brotli.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(new BrotliStream(stream, CompressionMode.Decompress));

        Assert.NotEqual(plain.Headers.ETag, brotli.Headers.ETag);
        Assert.Equal(
            await BodyAsync(plain), await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Site_is_built_once_for_each_set_of_published_issues()
    {
        await _site.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _site.GetAsync("/weekly/")));
        Assert.Equal(1, _site.Published.Builds);

        _site.Published.Replace(PublishedDouble.Text("feed.xml", "application/rss+xml", "<rss>2</rss>"), "2");
        Assert.Equal("<rss>2</rss>", await BodyAsync(await _site.GetAsync("/weekly/feed.xml")));
        Assert.Equal(2, _site.Published.Builds);
    }

    [Fact]
    public async Task Feed_that_lost_an_issue_is_new_to_a_client_that_asks_by_date()
    {
        await _site.StartAsync();
        var first = await _site.GetAsync("/weekly/feed.xml");
        var older = PublishedDouble.Text("feed.xml", "application/rss+xml", "<rss>less</rss>") with
        {
            LastModified = PublishedDouble.Approved.AddDays(-7),
        };
        _site.Published.Replace(older, "2");

        var since = first.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture);
        var second = await _site.GetAsync("/weekly/feed.xml", ("If-Modified-Since", since));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    private static Task<string> BodyAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
