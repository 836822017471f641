using System.Net;
using System.Text;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Web;

public sealed class UnsubscribeTests : IAsyncDisposable
{
    private readonly ServedSite _site = new();

    private string Path => $"/unsubscribe/{_site.Tokens.Mint("weekly", "reader-1")}";

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Opening_the_link_shows_a_form_and_changes_nothing()
    {
        await _site.StartAsync();
        var response = await _site.GetAsync(Path);
        var body = await BodyAsync(response);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<form method=\"post\">", body, StringComparison.Ordinal);
        Assert.DoesNotContain("script", body, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_site.Subscribers.States);
    }

    [Theory]
    [InlineData("zh-CN", "退订")]
    [InlineData("ja", "配信停止")]
    [InlineData("en-GB", "Unsubscribe")]
    [InlineData("de", "Unsubscribe")]
    public async Task Page_speaks_the_language_of_the_newsletter(string language, string word)
    {
        _site.Newsletters[0] = Some.Newsletter() with { Language = language, Title = "A & B" };
        await _site.StartAsync();
        var body = await BodyAsync(await _site.GetAsync(Path));
        Assert.Contains($"<button type=\"submit\">{word}</button>", body, StringComparison.Ordinal);
        Assert.Contains("A &amp; B", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_acts_at_once_without_redirect_or_cookie()
    {
        await _site.StartAsync();
        var response = await _site.PostAsync(Path, OneClick());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(SubscriptionState.Unsubscribed, _site.Subscribers.States["reader-1"]);
    }

    [Fact]
    public async Task One_click_comes_as_multipart_too()
    {
        await _site.StartAsync();
        using var body = new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } };
        var response = await _site.PostAsync(Path, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(_site.Subscribers.States);
    }

    [Fact]
    public async Task Second_click_gets_the_same_answer()
    {
        await _site.StartAsync();
        var first = await BodyAsync(await _site.PostAsync(Path, OneClick()));
        var second = await _site.PostAsync(Path, OneClick());
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(first, await BodyAsync(second));
    }

    [Fact]
    public async Task Reader_of_a_newsletter_that_is_served_no_more_can_leave()
    {
        _site.Newsletters.Clear();
        await _site.StartAsync();
        await _site.PostAsync(Path, OneClick());
        Assert.Single(_site.Subscribers.States);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%0d%0aSet-Cookie:a=b")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Link_that_nobody_minted_is_refused_for_both_methods(string token)
    {
        await _site.StartAsync();
        var get = await _site.GetAsync($"/unsubscribe/{token}");
        var post = await _site.PostAsync($"/unsubscribe/{token}", OneClick());
        Assert.Equal(HttpStatusCode.NotFound, get.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, post.StatusCode);
        Assert.Empty(_site.Subscribers.States);
    }

    [Fact]
    public async Task Answers_stay_private()
    {
        await _site.StartAsync();
        foreach (var response in new[] { await _site.GetAsync(Path), await _site.GetAsync("/unsubscribe/x") })
        {
            Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("noindex, nofollow", response.Headers.GetValues("X-Robots-Tag").Single());
            Assert.True(response.Headers.CacheControl?.NoStore);
        }
    }

    [Fact]
    public async Task Body_that_is_too_large_is_refused()
    {
        await _site.StartAsync();
        using var body = new StringContent(
            new string('a', 1_000_000), Encoding.ASCII, "application/x-www-form-urlencoded");
        var response = await _site.PostAsync(Path, body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(_site.Subscribers.States);
    }

    [Fact]
    public async Task Body_that_is_no_form_is_refused()
    {
        await _site.StartAsync();
        var response = await _site.PostAsync(Path, ServedSite.Json("{}"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task No_log_holds_the_token()
    {
        await _site.StartAsync();
        await _site.GetAsync(Path);
        await _site.PostAsync(Path, OneClick());
        await _site.PostAsync(Path, ServedSite.Json("{}"));
        Assert.Contains("A reader left weekly", _site.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_site.Tokens.Mint("weekly", "reader-1"), _site.Logs.Text, StringComparison.Ordinal);
    }

    private static StringContent OneClick() =>
        new("List-Unsubscribe=One-Click", Encoding.ASCII, "application/x-www-form-urlencoded");

    private static Task<string> BodyAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
