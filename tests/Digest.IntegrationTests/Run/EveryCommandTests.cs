using Xunit;

namespace Digest.IntegrationTests.Run;

/// <summary>Commands on a newsletter whose first issue was sent; none of them changes what the others see.</summary>
public sealed class EveryCommandTests(EveryCommandTests.SentIssue sent) : IClassFixture<EveryCommandTests.SentIssue>
{
    public static TheoryData<string> Lines =>
    [
        "newsletters list",
        "newsletters show harbour",
        "sources list",
        "sources list harbour",
        "sources show harbour blog",
        "sources show harbour/blog",
        "sources export harbour",
        "sources export harbour --output feeds.opml",
        "issues list",
        "issues show harbour/1",
        "stories list harbour/1",
        "letters harbour/1",
        "letters harbour/1 --state failed",
        "lint harbour/1",
        "status",
        "status harbour/1",
        "subscribers list --newsletter harbour",
        "subscribers export --newsletter harbour",
        "subscribers export --newsletter harbour --output readers-out.csv",
        "subscribers unsuppress nobody@reader.example",
        "bounces digests",
        "preview harbour/1",
        "preview harbour/1 --format html --output preview.html",
        "preview harbour/1 --as berta@reader.example --format eml",
        "publish harbour/1",
        "approve harbour/1",
        "send harbour/1 --dry-run",
        "send harbour/1 --test editor@harbour.example",
        "send harbour/1",
        "gather harbour --at 2026-11-08",
        "draft harbour --at 2026-11-08",
        "run --at 2026-11-08",
        "doctor",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Pipe_gets_words(string line)
    {
        var result = await sent.Site.RunAsync(line.Split(' '));

        Assert.True(result.ExitCode == 0, result.Errors + result.Output);
        Assert.NotEmpty(result.Output);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Terminal_gets_words(string line)
    {
        var result = await sent.Site.RunOnTerminalAsync(line.Split(' '));

        Assert.True(result.ExitCode == 0, result.Errors + result.Output);
        Assert.NotEmpty(result.Output);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Program_gets_json(string line) =>
        Assert.NotEmpty((await sent.Site.JsonAsync(line.Split(' '))).AsObject());

    public sealed class SentIssue : IAsyncLifetime
    {
        public CommandSite Site { get; } = new();

        public async ValueTask InitializeAsync() => await Site.RunAsync("run", "--at", CommandSite.FirstWeek);

        public ValueTask DisposeAsync()
        {
            Site.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
