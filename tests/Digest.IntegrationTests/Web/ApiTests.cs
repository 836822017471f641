using System.Net;
using System.Text.Json.Nodes;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Web;

public sealed class ApiTests : IAsyncDisposable
{
    private readonly ServedSite _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Newsletters_and_issues_are_listed_with_public_addresses()
    {
        await _site.StartAsync();
        var newsletters = await JsonAsync(await _site.GetAsync("/api/newsletters", ServedSite.Bearer()));
        var issues = await JsonAsync(await _site.GetAsync("/api/newsletters/weekly/issues", ServedSite.Bearer()));
        Assert.Equal("https://newsletter.example.org/weekly/", (string?)newsletters["newsletters"]?[0]?["url"]);
        Assert.Equal(Some.Issue().Title, (string?)issues["issues"]?[0]?["title"]);
    }

    [Fact]
    public async Task Health_says_that_storage_answers()
    {
        await _site.StartAsync();
        var response = await _site.GetAsync("/healthz");
        Assert.Equal("ok", (string?)(await JsonAsync(response))["status"]);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Health_fails_without_details_when_storage_is_away()
    {
        await _site.StartAsync();
        _site.Runs.IsDown = true;
        var response = await _site.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.DoesNotContain("secret", (await JsonAsync(response)).ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}
