using System.Text.Json;
using Digest.Gather;
using Digest.Gather.Answers;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Answers;

/// <summary>
/// What any connector gathered comes again from the kept answers alone: on another machine, without its servers, files,
/// programs and tokens.
/// </summary>
public sealed class EveryConnectorTests : IAsyncLifetime
{
    private const string Token = "DIGEST_TEST_REPLAY_TOKEN";

    private readonly TempFolder _folder = new();
    private readonly TempFolder _elsewhere = new();
    private readonly GatherHost _live = new(("AllowCommands", "true"));
    private FakeFeedServer _server = null!;

    public static TheoryData<string> Types => [.. LiveSources.ByType.Keys];

    public async ValueTask InitializeAsync() => _server = await FakeFeedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _live.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public void Every_kind_of_source_is_tried() =>
        Assert.Equal(
            _live.Get<IEnumerable<SourceKind>>().Select(kind => kind.Type).Order(StringComparer.Ordinal),
            LiveSources.ByType.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Replay_gathers_the_same_without_what_was_asked(string type)
    {
        Assert.SkipWhen(type == "command" && OperatingSystem.IsWindows(), "its program is a shell script");
        var source = LiveSources.ByType[type](_server, _folder);
        var heard = await GatherAsync(_live, source, _folder, SourceChoice.Ready);
        Assert.Null(heard.Error);
        Assert.NotEqual(0, heard.New);
        await _server.DisposeAsync();

        await using var replay = new GatherHost();
        var again = await GatherAsync(replay, Moved(source), _elsewhere, new SourceChoice { Replay = Kept() });

        Assert.Null(again.Error);
        Assert.Equal(Written(_live), Written(replay));
    }

    [Fact]
    public async Task Token_is_neither_kept_nor_needed_again()
    {
        Environment.SetEnvironmentVariable(Token, "editor:secret");
        var source = LiveSources.ByType["gerrit"](_server, _folder).With("token_env", Token);
        Assert.Null((await GatherAsync(_live, source, _folder, SourceChoice.Ready)).Error);
        Environment.SetEnvironmentVariable(Token, null);
        await _server.DisposeAsync();

        await using var replay = new GatherHost();
        await GatherAsync(replay, source, _elsewhere, new SourceChoice { Replay = Kept() });

        Assert.Equal(Written(_live), Written(replay));
    }

    [Fact]
    public async Task Only_mails_that_are_told_are_kept()
    {
        var source = LiveSources.ByType["mailbox"](_server, _folder);
        _folder.Write("inbox/new/2", Some.ListMail("Old", "old@x", date: Some.RunMoment.AddDays(-90)));
        _folder.Write("inbox/new/3", "X-No-Archive: yes\n" + Some.ListMail("Private", "private@x"));

        await GatherAsync(_live, source, _folder, SourceChoice.Ready);

        // The list of what was met, and one mail.
        var bodies = Path.Combine(AnswersOf(_live), "bodies");
        Assert.Equal(2, Directory.GetFiles(bodies, "*", SearchOption.AllDirectories).Length);
    }

    private static string AnswersOf(GatherHost host) => host.Get<AnswerArchive>().FolderOf(Some.Newsletter().Slug);

    private KeptGather Kept() => Assert.Single(KeptGather.Open(AnswersOf(_live), Some.Newsletter().Slug));

    private static async Task<SourceResult> GatherAsync(
        GatherHost host, SourceDefinition source, TempFolder folder, SourceChoice choice)
    {
        var newsletter = Some.Newsletter() with { Sources = [source], Folder = folder.Path };
        var report = await host.Get<Gatherer>().RunAsync(
            newsletter, Some.RunMoment, choice, new Progress<SourceResult>(), TestContext.Current.CancellationToken);
        return Assert.Single(report.Sources);
    }

    /// <summary>The same source of a checkout that lies elsewhere, and holds none of its files.</summary>
    private SourceDefinition Moved(SourceDefinition source) => source.Path is null
        ? source
        : source with { Path = source.Path.Replace(_folder.Path, _elsewhere.Path, StringComparison.Ordinal) };

    private static string Written(GatherHost host) => JsonSerializer.Serialize(host.Store.Items);
}
