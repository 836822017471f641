using Digest.Gather;
using Digest.Gather.Gerrit;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Gerrit;

public sealed class GerritLoginTests : IAsyncLifetime
{
    private const string Variable = "DIGEST_TEST_GERRIT_LOGIN";

    private readonly GatherHost _host = new();
    private FakeFeedServer _server = null!;
    private FakeGerrit _gerrit = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeFeedServer.StartAsync();
        _gerrit = new FakeGerrit(_server);
        _gerrit.Changes.Add(Some.GerritChange(1));
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Login_reads_below_its_own_path_and_links_do_not()
    {
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await ReadAsync("editor:secret"));

        Assert.Equal(_server.Address("/c/driftwood/keel/+/1").AbsoluteUri, Assert.Single(fetched.Items).Url);
        Assert.All(_server.Requests, request => Assert.StartsWith("/a/", request.Path));
    }

    [Fact]
    public async Task Wrong_password_is_told_without_the_password()
    {
        var failed = Assert.IsType<FetchOutcome.Failed>(await ReadAsync("editor:wr0ng-pass"));

        Assert.Contains("token_env", failed.Reason);
        Assert.DoesNotContain("wr0ng-pass", failed.Reason);
    }

    [Fact]
    public async Task Token_of_another_form_is_refused_before_it_is_sent()
    {
        var failed = Assert.IsType<FetchOutcome.Failed>(await ReadAsync("ghp-token"));

        Assert.Contains("user:password", failed.Reason);
        Assert.DoesNotContain("ghp-token", failed.Reason);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void Password_is_not_sent_in_the_clear() => Assert.Contains(
        "https",
        Assert.Throws<SourceTroubleException>(
            () => GerritAddress.Of(new Uri("http://review.example/"), "editor:secret")).Message);

    private Task<FetchOutcome> ReadAsync(string login)
    {
        Environment.SetEnvironmentVariable(Variable, login);
        return _host.ReadAsync(Some.ReviewSource("gerrit", _gerrit.Url, ("token_env", [Variable])));
    }
}
