using Xunit;

namespace Digest.EndToEndTests;

/// <summary>Commands on a newsletter whose first issue was sent; none of them changes what the others see.</summary>
public sealed class EveryCommandTests(EveryCommandTests.SentIssue sent) : IClassFixture<EveryCommandTests.SentIssue>
{
    [Theory]
    [InlineData("newsletters", "list")]
    [InlineData("newsletters", "show", "harbour")]
    [InlineData("sources", "list")]
    [InlineData("sources", "show", "harbour", "blog")]
    [InlineData("issues", "list")]
    [InlineData("issues", "show", "harbour/1")]
    [InlineData("letters", "harbour/1")]
    [InlineData("status")]
    [InlineData("status", "harbour/1")]
    [InlineData("subscribers", "list", "--newsletter", "harbour")]
    [InlineData("subscribers", "export", "--newsletter", "harbour")]
    [InlineData("preview", "harbour/1", "--format", "html")]
    [InlineData("preview", "harbour/1", "--as", "berta@reader.example", "--format", "eml")]
    [InlineData("publish", "harbour/1")]
    [InlineData("approve", "harbour/1")]
    [InlineData("send", "harbour/1", "--dry-run")]
    [InlineData("send", "harbour/1")]
    [InlineData("gather", "harbour", "--at", TempSite.FirstWeek)]
    [InlineData("draft", "harbour", "--at", TempSite.FirstWeek)]
    [InlineData("doctor")]
    public async Task Command_gives_json_and_words_and_ends_with_0(params string[] args)
    {
        var words = await sent.Site.RunAsync(args);
        var json = await sent.Site.JsonAsync(args);

        Assert.True(words.ExitCode == 0, words.Errors + words.Output);
        Assert.NotEmpty(words.Output);
        Assert.NotNull(json);
    }

    public sealed class SentIssue : IAsyncLifetime
    {
        public TempSite Site { get; } = new();

        public async ValueTask InitializeAsync() => await Site.RunAsync("run", "--at", TempSite.FirstWeek);

        public ValueTask DisposeAsync()
        {
            Site.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
