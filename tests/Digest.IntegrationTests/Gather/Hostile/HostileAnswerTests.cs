using System.Net.Sockets;
using System.Text;
using Digest.Gather;
using Digest.IntegrationTests.Mail;
using Digest.Model;
using Digest.Testing;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Digest.IntegrationTests.Gather.Hostile;

/// <summary>Answers made to harm: the read ends in words and within bounds, and the next one is not spoiled.</summary>
public sealed class HostileAnswerTests : IAsyncLifetime
{
    private const string Feed =
        "<rss version=\"2.0\"><channel><item><guid>1</guid><title>A</title></item></channel></rss>";

    private FakeFeedServer _server = null!;
    private readonly GatherHost _host = new(("MaxReadMegabytes", "1"));

    public async ValueTask InitializeAsync() => _server = await FakeFeedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Validator_with_octets_above_ascii_is_sent_back_as_it_came()
    {
        var heads = new List<string>();
        await using var server = new RawServer(async (socket, token) =>
        {
            heads.Add(await HeadAsync(socket, token));
            var answer = $"HTTP/1.1 200 OK\r\nETag: \"k\u00eel\"\r\nContent-Length: {Feed.Length}\r\n"
                + $"Connection: close\r\n\r\n{Feed}";
            await socket.SendAsync(Encoding.Latin1.GetBytes(answer), token);
        });
        var source = Some.FeedSource() with { Url = new Uri($"http://127.0.0.1:{server.Port}/") };

        Assert.Null((await _host.GatherAsync(source)).Error);
        Assert.Null((await _host.GatherAsync(source, day: 1)).Error);

        Assert.Contains("If-None-Match: \"k\u00eel\"\r\n", heads[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_without_end_are_read_up_to_the_bytes_of_one_read()
    {
        var row = $$"""[{"id":1,"tag_name":"v1","body":"{{new string('x', 300_000)}}"}]""";
        var page = 0;
        _server.On("/api/v3/repos/driftwood/keel/releases", async context =>
        {
            var next = _server.Address($"/api/v3/repos/driftwood/keel/releases?page={++page}");
            context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
            await context.Response.WriteAsync(row);
        });
        var forge = new SourceDefinition { Id = "forge", Type = "github", Url = _server.Address("/") };

        var result = await _host.GatherAsync(forge.With("repositories", "driftwood/keel").With("what", "releases"));

        Assert.Contains("more than 1048576 bytes for one read", result.Error);
        Assert.Equal(4, page);
    }

    [Fact]
    public async Task Months_to_come_of_an_archive_are_not_asked_for()
    {
        var list = new FakeMailman2(_server).Add("2026-November", "Keel 2", "1@driftwood.example");
        for (var year = 2027; year < 2100; year++)
            list.Add($"{year}-May", "Keel from the future", $"{year}@driftwood.example");

        var result = await _host.GatherAsync(
            new SourceDefinition { Id = "list", Type = "pipermail", Url = list.Index });

        Assert.Equal(1, result.New);
        Assert.DoesNotContain(_server.Requests, request => request.Path.Contains("May", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"continue":{"\ud800":"x"},"query":{"recentchanges":[]}}""")]
    [InlineData("""{"continue":{"rccontinue":"\udfff"},"query":{"recentchanges":[]}}""")]
    [InlineData("""{"query-continue":{"recentchanges":{"a":"\ud800"}},"query":{"general":{}}}""")]
    [InlineData("""{"warnings":{"\ud800":{"*":"\ud800"}},"query":{"pages":{"\ud800":{"title":"\ud800"}}}}""")]
    public async Task Half_a_character_in_an_answer_of_a_wiki_is_no_crash(string answer)
    {
        _server.On("/w/api.php", context => context.Response.WriteAsync(answer));

        var result = await _host.GatherAsync(
            new SourceDefinition { Id = "wiki", Type = "mediawiki", Url = _server.Address("/w/api.php") });

        Assert.DoesNotContain("see the log", result.Error ?? "", StringComparison.Ordinal);
    }

    private static async Task<string> HeadAsync(Socket socket, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(buffer, cancellationToken);
            if (read == 0)
                break;
            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return head.ToString();
    }
}
