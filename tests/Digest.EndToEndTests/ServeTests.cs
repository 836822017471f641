using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Digest.EndToEndTests;

public sealed class ServeTests : IDisposable
{
    private const string Runs = "/api/newsletters/harbour/runs";
    private static readonly (string, string) Bearer = ("Authorization", "Bearer secret-of-the-test");

    private readonly TempSite _site = new();

    public ServeTests()
    {
        _site.Environment["DIGEST_Web__ApiToken"] = "secret-of-the-test";

        // Whatever the day of the test, the schedule stays out of it.
        _site.Replace("digests/harbour/newsletter.yml", "approve: automatic", "approve: automatic, missed: skip");
        _site.Replace("digests/harbour/newsletter.yml", "* FRI", "* FRI 2098");
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Termination_ends_with_success_and_no_complaint()
    {
        using var serving = await ServingProcess.StartAsync(_site);
        var health = await serving.SendAsync(HttpMethod.Get, "/healthz");
        var result = await serving.TerminateAsync();
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain(" error ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_files_are_served_byte_for_byte()
    {
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);
        using var serving = await ServingProcess.StartAsync(_site);
        foreach (var file in Directory.GetFiles(_site.PathOf("digests/harbour/public")).Where(IsPublished))
        {
            var response = await serving.SendAsync(HttpMethod.Get, $"/harbour/{Path.GetFileName(file)}");
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal(File.ReadAllBytes(file), bytes);
        }
    }

    [Fact]
    public async Task Run_asked_for_over_http_sends_once_for_its_key()
    {
        using var serving = await ServingProcess.StartAsync(_site);
        await AskAsync(serving, HttpStatusCode.Accepted);
        await AskAsync(serving, HttpStatusCode.OK);
        var result = await serving.TerminateAsync();
        Assert.Equal(0, result.ExitCode);

        using var again = await ServingProcess.StartAsync(_site);
        var run = await AskAsync(again, HttpStatusCode.OK);
        while ((string?)run["state"] == "running")
            run = await AskAsync(again, HttpStatusCode.OK);
        Assert.Equal("done", (string?)run["state"]);
        Assert.NotEmpty(_site.Letters());
    }

    [Fact]
    public async Task Address_that_is_taken_is_one_line()
    {
        using var serving = await ServingProcess.StartAsync(_site);
        _site.Environment["DIGEST_Web__Urls"] = serving.Address.AbsoluteUri.TrimEnd('/');
        var second = await _site.RunAsync("serve");
        Assert.Equal(1, second.ExitCode);
        Assert.StartsWith("digest: Web:Urls: cannot listen on", second.ErrorLines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(second.ErrorLines, line => line.StartsWith("at ", StringComparison.Ordinal));
    }

    private static bool IsPublished(string file) => !Path.GetFileName(file).StartsWith('.');

    private static async Task<JsonNode> AskAsync(ServingProcess serving, HttpStatusCode expected)
    {
        var response = await serving.SendAsync(HttpMethod.Post, Runs, Bearer, ("Idempotency-Key", "first"));
        Assert.Equal(expected, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonNode.Parse(text)!;
    }
}
