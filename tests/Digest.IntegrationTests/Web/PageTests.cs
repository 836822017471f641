using System.Globalization;
using System.IO.Compression;
using System.Net;
using Xunit;

namespace Digest.IntegrationTests.Web;

public sealed class PageTests : IAsyncDisposable
{
    private readonly ServedSite _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("001.html", "text/html; charset=utf-8")]
    [InlineData("001.txt", "text/plain; charset=utf-8")]
    [InlineData("feed.xml", "application/rss+xml; charset=utf-8")]
    [InlineData("atom.xml", "application/atom+xml; charset=utf-8")]
    [InlineData("feed.json", "application/feed+json; charset=utf-8")]
    public async Task File_has_its_media_type(string name, string mediaType)
    {
        await _site.StartAsync();
        var response = await _site.GetAsync($"/weekly/{name}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.GetValues("Content-Type").Single());
    }

    [Fact]
    public async Task Newsletter_home_is_its_index()
    {
        await _site.StartAsync();
        var body = await BodyAsync(await _site.GetAsync("/weekly/"));
        Assert.Contains("<title>Index</title>", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newsletter_without_its_slash_moves_for_good_and_names_no_host()
    {
        await _site.StartAsync();
        var response = await _site.GetAsync("/weekly", ("Host", "evil.example"));
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("weekly/", response.Headers.GetValues("Location").Single());
    }

    [Fact]
    public async Task Root_lists_the_newsletters_in_their_language_and_escapes_their_titles()
    {
        _site.Newsletters.Add(Testing.Some.Newsletter("second") with { Title = "<script>x</script>" });
        await _site.StartAsync();
        var body = await BodyAsync(await _site.GetAsync("/"));
        Assert.Contains("<html lang=\"zh-CN\">", body, StringComparison.Ordinal);
        Assert.Contains("<a href=\"weekly/\">社区动态周刊</a>", body, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nobody/")]
    [InlineData("/nobody")]
    [InlineData("/weekly/999.html")]
    [InlineData("/weekly/..%2f..%2fappsettings.json")]
    [InlineData("/favicon.ico")]
    public async Task Unknown_address_is_a_plain_page(string path)
    {
        await _site.StartAsync();
        var response = await _site.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("nothing at this address", await BodyAsync(response), StringComparison.Ordinal);
    }

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

    [Fact]
    public async Task Other_methods_are_refused_with_those_that_work()
    {
        await _site.StartAsync();
        var response = await _site.PostAsync("/weekly/001.html", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("GET", response.Content.Headers.Allow);
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

    [Theory]
    [InlineData("/weekly/")]
    [InlineData("/nobody/")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        await _site.StartAsync();
        var headers = (await _site.GetAsync(path)).Headers;
        Assert.StartsWith("default-src 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("strict-origin-when-cross-origin", headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("max-age=31536000", headers.GetValues("Strict-Transport-Security").Single());
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task Outage_is_a_page_without_its_cause()
    {
        await _site.StartAsync();
        _site.Published.Version = "broken";
        var response = await _site.GetAsync("/weekly/");
        var body = await BodyAsync(response);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
    }

    private static Task<string> BodyAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
