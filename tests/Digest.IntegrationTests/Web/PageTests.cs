using System.Net;
using Digest.Testing;
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
        _site.Newsletters.Add(Some.Newsletter("second") with { Title = "<script>x</script>" });
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
    public async Task Other_methods_are_refused_with_those_that_work()
    {
        await _site.StartAsync();
        var response = await _site.PostAsync("/weekly/001.html", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("GET", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/weekly/")]
    [InlineData("/nobody/")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        await _site.StartAsync();
        var headers = (await _site.GetAsync(path)).Headers;
        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
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
