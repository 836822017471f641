using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Hostile;

/// <summary>A token goes to the server that newsletter.yml names, whatever that server says.</summary>
public sealed class SecretOriginTests : IAsyncLifetime
{
    private const string Variable = "DIGEST_TEST_ORIGIN_TOKEN";
    private const string Token = "s3cret-of-keel";
    private const string Door = "<html><link rel='EditURI' href='/w/api.php?action=rsd'>";

    private readonly GatherHost _host = new();
    private FakeFeedServer _server = null!;
    private FakeFeedServer _other = null!;

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable(Variable, Token);
        _server = await FakeFeedServer.StartAsync();
        _other = await FakeFeedServer.StartAsync();
        _ = new FakeMediaWiki(_server);
        _ = new FakeMediaWiki(_other);
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        await _host.DisposeAsync();
        await _server.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Wiki_that_redirects_elsewhere_does_not_hand_the_token_on()
    {
        _server.Redirect("/wiki/Main", _other.Address("/wiki/Main").AbsoluteUri);
        _other.Feed("/wiki/Main", Door);

        var result = await _host.GatherAsync(Wiki);

        Assert.Contains("names an API on another server", result.Error);
        Assert.All(_other.Requests, request => Assert.DoesNotContain("Authorization", request.Headers.Keys));
    }

    [Fact]
    public async Task Wiki_that_names_another_port_of_its_host_does_not_get_the_token_there()
    {
        _server.Feed("/wiki/Main", $"<link rel='EditURI' href='{_other.Address("/w/api.php")}'>");

        Assert.Contains("names an API on another server", (await _host.GatherAsync(Wiki)).Error);
        Assert.Empty(_other.Requests);
    }

    [Fact]
    public async Task Wiki_on_its_own_server_gets_the_token()
    {
        _server.Feed("/wiki/Main", Door);

        Assert.Null((await _host.GatherAsync(Wiki)).Error);
        Assert.Equal($"Bearer {Token}", _server.Requests.Last().Headers.Authorization);
    }

    [Theory]
    [InlineData("github")]
    [InlineData("gitlab")]
    [InlineData("discourse")]
    [InlineData("mediawiki")]
    public async Task Token_is_not_sent_in_the_clear(string type)
    {
        var source = Wiki with { Type = type, Url = new Uri("http://forge.driftwood.example/api.php") };

        var result = await _host.GatherAsync(
            source.With("repositories", "driftwood/keel").With("projects", "driftwood/keel"));

        Assert.Contains("a token is sent over https only", result.Error);
        Assert.DoesNotContain(Token, result.Error);
    }

    private SourceDefinition Wiki => new SourceDefinition
    {
        Id = "wiki",
        Type = "mediawiki",
        Url = _server.Address("/wiki/Main"),
    }.With("token_env", Variable);
}
