using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Command;

public sealed class CommandTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly GatherHost _host = new(("AllowCommands", "true"), ("MaxFeedBytes", "4096"));

    [Fact]
    public async Task Feed_that_a_program_prints_becomes_items()
    {
        var outcome = await RunAsync("""
            cat <<'END'
            {"version":"https://jsonfeed.org/version/1.1","title":"t","items":[
             {"id":"1","title":"浮木","url":"https://a.example/1","content_html":"<p>文<script>1</script></p>"}]}
            END
            """);

        var item = Assert.Single(Assert.IsType<FetchOutcome.Fetched>(outcome).Items);
        Assert.Equal(("浮木", "文"), (item.Title, item.Body));
    }

    [Fact]
    public async Task Failing_program_is_told_with_its_last_words_and_without_the_secret()
    {
        Environment.SetEnvironmentVariable("DIGEST_TEST_COMMAND_TOKEN", "s3cret-token");

        var reason = await FailureAsync(
            "echo \"bad token $DIGEST_TEST_COMMAND_TOKEN\" >&2; exit 3",
            source => source.With("environment", "DIGEST_TEST_COMMAND_TOKEN"));

        Assert.EndsWith("fetch.sh: ended with exit code 3: bad token ***", reason);
    }

    [Fact]
    public async Task Program_sees_its_folder_and_few_variables()
    {
        Environment.SetEnvironmentVariable("DIGEST_TEST_OTHER_TOKEN", "s3cret-token");

        var reason = await FailureAsync("echo \"$PWD [$DIGEST_TEST_OTHER_TOKEN]\" >&2; exit 1");

        Assert.EndsWith($"{_folder.Path} []", reason);
    }

    [Fact]
    public async Task Program_that_takes_too_long_is_stopped_with_its_children()
    {
        await FailureAsync("mkfifo alive; exit 1");
        var untilNobodyWrites = Task.Run(() => File.ReadAllText(Path.Combine(_folder.Path, "alive")));

        var reason = await FailureAsync(
            "tail -f /dev/null > alive & sleep 600", source => source.With("timeout", "1"));

        Assert.Contains("did not end within 1 s", reason);

        // The pipe ends when its last writer does; a child that lived on would keep it open for good.
        Assert.Empty(await untilNobodyWrites.WaitAsync(
            TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("yes", "it has more than 4096 bytes")]
    [InlineData("echo hello", "its output is no feed")]
    [InlineData("exit 0", "its output is no feed")]
    public async Task Output_that_is_no_feed_is_told(string script, string reason) =>
        Assert.Contains(reason, await FailureAsync(script));

    [Fact]
    public async Task Cancelling_stops_the_program()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync("sleep 600", s => s, cancel.Token));
    }

    [Fact]
    public async Task Nothing_runs_unless_it_is_allowed()
    {
        await using var host = new GatherHost();
        var source = new SourceDefinition { Id = "c", Type = "command" }.With("run", "touch", $"{_folder.Path}/ran");

        var failed = Assert.IsType<FetchOutcome.Failed>(await host.ReadAsync(source));

        Assert.Contains("Gather:AllowCommands is off", failed.Reason);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "ran")));
    }

    [Fact]
    public async Task Program_that_is_not_there_is_told()
    {
        var source = new SourceDefinition { Id = "c", Type = "command" }.With("run", "./missing.sh");

        var failed = Assert.IsType<FetchOutcome.Failed>(await _host.ReadAsync(source));

        Assert.Contains("there is no program './missing.sh'", failed.Reason);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<string> FailureAsync(string script, Func<SourceDefinition, SourceDefinition>? change = null) =>
        Assert.IsType<FetchOutcome.Failed>(await RunAsync(script, change)).Reason;

    private Task<FetchOutcome> RunAsync(string script, Func<SourceDefinition, SourceDefinition>? change = null) =>
        ReadAsync(script, change ?? (source => source), TestContext.Current.CancellationToken);

    private Task<FetchOutcome> ReadAsync(
        string script, Func<SourceDefinition, SourceDefinition> change, CancellationToken cancellationToken)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the programs of these tests are shell scripts");
        var path = _folder.Write("fetch.sh", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var source = change(new SourceDefinition { Id = "c", Type = "command" }.With("run", "./fetch.sh"));
        var request = Some.Request(source);
        return _host.Get<IEnumerable<ISourceReader>>().Single(reader => reader.Type == "command").ReadAsync(
            request with { Newsletter = request.Newsletter with { Folder = _folder.Path } }, cancellationToken);
    }
}
