using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Digest.IntegrationTests.Web;

public sealed class ApiRefusalTests : IAsyncDisposable
{
    private const string Runs = "/api/newsletters/weekly/runs";
    private static readonly (string, string) Key = ("Idempotency-Key", "key-1");

    private readonly ServedSite _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Key_that_comes_back_with_another_moment_is_refused()
    {
        await _site.StartAsync();
        await _site.PostAsync(Runs, ServedSite.Json("""{"at":"2026-11-20"}"""), ServedSite.Bearer(), Key);
        var response = await _site.PostAsync(
            Runs, ServedSite.Json("""{"at":"2026-11-27"}"""), ServedSite.Bearer(), Key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task Wrong_token_is_challenged()
    {
        await _site.StartAsync();
        var response = await _site.PostAsync(Runs, null, ServedSite.Bearer("wrong"), Key);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("invalid_token", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Missing_token_is_challenged()
    {
        await _site.StartAsync();
        var response = await _site.GetAsync("/api/newsletters");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task Api_without_a_configured_token_is_off_and_says_how_to_turn_it_on()
    {
        _site.Options.ApiToken = null;
        await _site.StartAsync();
        var response = await _site.PostAsync(Runs, null, ServedSite.Bearer(""), Key);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var detail = (string?)(await JsonAsync(response))["detail"];
        Assert.Contains("DIGEST_Web__ApiToken", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("has space")]
    [InlineData("tab\there")]
    public async Task Key_that_is_missing_or_strange_is_refused(string? key)
    {
        await _site.StartAsync();
        (string, string)[] headers = key is null
            ? [ServedSite.Bearer()]
            : [ServedSite.Bearer(), ("Idempotency-Key", key)];
        var response = await _site.PostAsync(Runs, null, headers);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_site.Runs.Keys);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"at":"yesterday"}""")]
    [InlineData("""{"at":20261120}""")]
    [InlineData("""{"when":"2026-11-20"}""")]
    public async Task Body_that_cannot_be_read_is_refused_with_an_example(string body)
    {
        await _site.StartAsync();
        var response = await _site.PostAsync(Runs, ServedSite.Json(body), ServedSite.Bearer(), Key);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("2026-11-20", (string?)(await JsonAsync(response))["detail"], StringComparison.Ordinal);
        Assert.Empty(_site.Runs.Keys);
    }

    [Fact]
    public async Task Body_of_another_type_is_refused()
    {
        await _site.StartAsync();
        var response = await _site.PostAsync(Runs, new StringContent("at=now"), ServedSite.Bearer(), Key);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Body_that_is_too_large_is_refused_as_a_problem()
    {
        await _site.StartAsync();
        var body = ServedSite.Json($$"""{"at":"{{new string('2', 100_000)}}"}""");
        var response = await _site.PostAsync(Runs, body, ServedSite.Bearer(), Key);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/newsletters/nobody/issues")]
    [InlineData("/api/runs/999")]
    [InlineData("/api/nothing")]
    public async Task Unknown_thing_is_a_problem(string path)
    {
        await _site.StartAsync();
        var response = await _site.GetAsync(path, ServedSite.Bearer());
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}
