using Digest.Compose;
using Digest.Compose.Stories;
using Digest.Markup;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Compose;

public sealed partial class ComposerTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-compose-");
    private readonly InMemoryDraftStore _store = new();
    private Newsletter _newsletter;

    public ComposerTests() => _newsletter = Some.Newsletter() with
    {
        Folder = _folder.FullName,
        Sections =
        [
            Some.Section("业界动态", new SectionMatch { Sources = ["planet"] }),
            Some.Section("社区跟踪", null, Some.Section("Nova", new SectionMatch { Tags = ["nova"] })),
        ],
        Sources =
        [
            Some.FeedSource("planet"), Some.FeedSource("lists"), Some.FeedSource("releases") with { Language = "en" },
        ],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Flood_of_items_waits_for_the_next_run()
    {
        _store.Add([.. Enumerable.Range(1, 450).Select(i => Some.Item($"Item {i}"))]);
        var composer = _store.Composer;

        var first = await composer.DraftAsync(_newsletter, Now, Token);
        var second = await composer.DraftAsync(_newsletter, Now, Token);

        Assert.Equal(400, Assert.IsType<ComposeOutcome.Drafted>(first).Added);
        Assert.Equal(50, Assert.IsType<ComposeOutcome.Drafted>(second).Added);
    }

    [Fact]
    public async Task New_draft_looks_as_an_editor_expects_it()
    {
        _store.Add(
            Some.Item("Keel 2.4 发布", "planet", "https://a.example/1", "修复了三个错误。\n\n* 第一\n* 第二"),
            Some.Item("Nova deprecates v2", "releases", "https://b.example/2", "One paragraph.", tags: "nova"),
            Some.Item("无处可归"));
        _store.Add(Some.Item("会议纪要", "lists", body: "见 [议程](https://c.example/agenda)。"));

        await DraftAsync();

        GoldenDraft.Matches("draft.md", Text());
    }

    [Fact]
    public async Task Nothing_gathered_is_nothing_new()
    {
        Assert.Null(Assert.IsType<ComposeOutcome.NothingNew>(await ComposeAsync(Now)).Last);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task Issue_can_be_begun_by_hand_where_nothing_was_gathered()
    {
        var begun = await _store.Composer.BeginAsync(_newsletter, Now, Token);

        Assert.Equal(0, begun.Added);
        Assert.Contains("title: \"社区动态周刊第一期(11.13-11.13)\"", await File.ReadAllTextAsync(begun.Path, Token));
        await Assert.ThrowsAsync<DigestException>(() => _store.Composer.BeginAsync(_newsletter, Now, Token));
    }

    [Fact]
    public async Task File_written_by_hand_becomes_the_draft_that_is_begun()
    {
        var path = Path.Combine(_folder.FullName, "issues", "001.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "---\ntitle: 创刊号\n---\n\n## 业界动态\n\n你好\n", Token);

        var begun = await _store.Composer.BeginAsync(_newsletter, Now, Token);

        Assert.Equal("创刊号", begun.Issue.Title);
        Assert.Contains("你好", await File.ReadAllTextAsync(path, Token));
    }

    [Fact]
    public async Task Clock_before_the_last_issue_drafts_nothing()
    {
        _store.Put(Some.Issue() with { State = IssueState.Sent, CutOff = Now });
        _store.Add(Some.Item());

        Assert.IsType<ComposeOutcome.NothingNew>(await ComposeAsync(Now.AddMinutes(-1)));
    }

    [Fact]
    public async Task Next_issue_begins_the_day_after_the_last_one()
    {
        var last = Some.Issue(number: 6) with { To = new DateOnly(2026, 11, 6), CutOff = Now.AddDays(-7) };
        _store.Put(last with { State = IssueState.Sent });
        _store.Add(Some.Item());

        var drafted = await DraftAsync();

        Assert.Equal("社区动态周刊第七期(11.07-11.13)", drafted.Issue.Title);
        Assert.Equal("tag:news.example,2026-11-13:weekly/7", drafted.Issue.Id);
        Assert.EndsWith("007.md", drafted.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_run_again_leaves_the_file_alone()
    {
        _store.Add(Some.Item());
        var drafted = await DraftAsync();
        File.SetLastWriteTimeUtc(drafted.Path, DateTime.UnixEpoch);

        var again = await DraftAsync();

        Assert.Equal((false, 0), (again.IsNew, again.Added));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(drafted.Path));
    }

    [Fact]
    public async Task Later_items_are_added_below_what_the_editor_wrote()
    {
        _store.Add(Some.Item("第一条"));
        var path = (await DraftAsync()).Path;
        var edited = Text().Replace("## 业界动态", "## 业界动态\n*编者按*", StringComparison.Ordinal) + "\n自己写的一条。\n";
        await File.WriteAllTextAsync(path, edited, Token);
        _store.Add(Some.Item("第二条"), Some.Item("Nova 条目", tags: "nova", source: "lists"));

        var drafted = await DraftAsync();

        Assert.Equal((false, 2), (drafted.IsNew, drafted.Added));
        Assert.StartsWith(edited, Text(), StringComparison.Ordinal);
        Assert.Contains("**第二条**\n\n## 社区跟踪\n\n### Nova\n\n<!-- item:", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_that_the_editor_took_out_does_not_come_back()
    {
        _store.Add(Some.Item("第一条"), Some.Item("第二条"));
        var path = (await DraftAsync()).Path;
        var kept = string.Concat(Text().Split("<!-- item:")[..1]);
        await File.WriteAllTextAsync(path, kept, Token);

        await DraftAsync();

        Assert.Equal(kept, Text());
    }

    [Fact]
    public async Task Crash_between_file_and_ledger_doubles_nothing()
    {
        _store.Add(Some.Item("第一条"), Some.Item("第二条"));
        _store.FailsNext = true;
        await Assert.ThrowsAsync<IOException>(DraftAsync);
        var written = Text();

        var drafted = await DraftAsync();

        Assert.Equal(written, Text());
        Assert.Equal((0, 0), (drafted.Added, drafted.Merged));
        Assert.Equal(2, _store.Offered.Count);
    }

    [Fact]
    public async Task Draft_whose_row_was_lost_keeps_the_editors_title_and_its_id()
    {
        _store.Add(Some.Item("第一条"));
        _store.FailsNext = true;
        await Assert.ThrowsAsync<IOException>(DraftAsync);
        var path = DraftFiles.PathOf(_newsletter, new IssueRef("weekly", "1"));
        await File.WriteAllTextAsync(path, Text().Replace("社区动态周刊第一期", "创刊号", StringComparison.Ordinal), Token);

        var drafted = Assert.IsType<ComposeOutcome.Drafted>(await ComposeAsync(Now.AddDays(1)));

        Assert.StartsWith("创刊号", drafted.Issue.Title, StringComparison.Ordinal);
        Assert.Equal("tag:news.example,2026-11-13:weekly/1", drafted.Issue.Id);
    }

    [Fact]
    public async Task Same_page_from_two_sources_is_one_item()
    {
        _store.Add(
            Some.Item("发布", "planet", "http://A.example/x?utm_source=rss"),
            Some.Item("Release", "lists", "https://a.example/x"));

        var drafted = await DraftAsync();

        Assert.Equal((1, 1), (drafted.Added, drafted.Merged));
        Assert.Contains(" also:\"lists (same page ", Text(), StringComparison.Ordinal);
        Assert.Equal(2, _store.Offered.Count);
    }

    [Fact]
    public async Task Page_that_the_draft_links_already_is_not_added_again()
    {
        _store.Add(Some.Item("发布", "planet", "https://a.example/x"));
        await DraftAsync();
        _store.Add(Some.Item("Release", "lists", "https://a.example/x"));

        var drafted = await DraftAsync();

        Assert.Equal((0, 1), (drafted.Added, drafted.Merged));
    }

    [Fact]
    public async Task Deleted_story_does_not_come_back_through_another_source()
    {
        _store.Add(Some.Item("Keel 2.17 发布", "planet", "https://a.example/x"), Some.Item("第二条"));
        var path = (await DraftAsync()).Path;
        var item = DraftReader.Items(IssueMarkdown.Parse(Text())).Single(one => one.Source.Contains("2.17"));
        await File.WriteAllTextAsync(path, Text().Replace(item.Source, "", StringComparison.Ordinal), Token);
        _store.Add(Some.Item("keel 2.17.0 released", "lists", "https://b.example/y"));

        var drafted = await DraftAsync();

        Assert.Equal((0, 1), (drafted.Added, drafted.Merged));
        Assert.DoesNotContain("2.17", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_that_is_split_from_its_story_becomes_an_entry_of_its_own()
    {
        const string Page = "https://a.example/x";
        _store.Add(Some.Item("发布", "planet", Page), Some.Item("Other", "lists", Page));
        var draft = (await DraftAsync()).Issue.Ref;
        var desk = new StoryDesk(_store);
        var items = await desk.FindAsync([ItemId.Of("weekly", "lists", "Other")], Token);

        await desk.SplitAsync(draft, items, Token);
        var drafted = await DraftAsync();

        Assert.Equal((1, 0), (drafted.Added, drafted.Merged));
        Assert.Contains("**Other**", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_that_is_alone_cannot_be_split()
    {
        _store.Add(Some.Item("发布", "planet"));
        var draft = (await DraftAsync()).Issue.Ref;
        var desk = new StoryDesk(_store);
        var items = await desk.FindAsync([ItemId.Of("weekly", "planet", "发布")], Token);

        await Assert.ThrowsAsync<DigestException>(() => desk.SplitAsync(draft, items, Token));
        await Assert.ThrowsAsync<DigestException>(() => desk.FindAsync(["unknown"], Token));
    }

    [Fact]
    public async Task Lost_draft_file_is_told_with_its_remedy()
    {
        _store.Add(Some.Item());
        File.Delete((await DraftAsync()).Path);

        var error = await Assert.ThrowsAsync<DigestException>(DraftAsync);

        Assert.EndsWith("digest issues cancel weekly/1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_code_block_is_told_instead_of_swallowing_new_items()
    {
        _store.Add(Some.Item("第一条"));
        var path = (await DraftAsync()).Path;
        await File.AppendAllTextAsync(path, "\n```\nopen\n", Token);
        var edited = Text();
        _store.Add(Some.Item("第二条"));

        var error = await Assert.ThrowsAsync<DigestException>(DraftAsync);

        Assert.Contains("code block", error.Message, StringComparison.Ordinal);
        Assert.Equal(edited, Text());
    }

    [Fact]
    public async Task Byte_order_mark_and_line_ends_of_an_editor_stay()
    {
        _store.Add(Some.Item("第一条"));
        var path = (await DraftAsync()).Path;
        var edited = "\uFEFF" + Text().ReplaceLineEndings("\r\n");
        await File.WriteAllTextAsync(path, edited, Token);
        _store.Add(Some.Item("第二条"));

        await DraftAsync();

        var text = System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(path, Token));
        Assert.StartsWith(edited, text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draft_in_another_encoding_is_refused_and_left_alone()
    {
        _store.Add(Some.Item("第一条"));
        var path = (await DraftAsync()).Path;
        byte[] bytes = [0x23, 0x20, 0xB5, 0xDA, 0x0A];
        await File.WriteAllBytesAsync(path, bytes, Token);
        _store.Add(Some.Item("第二条"));

        await Assert.ThrowsAsync<DigestException>(DraftAsync);

        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, Token));
    }

    [Fact]
    public async Task Mistyped_tag_is_followed_and_told()
    {
        _store.Add(Some.Item("Nova 条目", tags: "novaa", source: "lists"));

        var drafted = await DraftAsync();

        Assert.Equal(["tag 'novaa' is taken for 'nova': Nova 条目"], drafted.Hints);
        Assert.Contains("section:\"tag novaa, taken for nova\"", Text(), StringComparison.Ordinal);
    }

    private async Task<ComposeOutcome.Drafted> DraftAsync() =>
        Assert.IsType<ComposeOutcome.Drafted>(await ComposeAsync(Now));

    private Task<ComposeOutcome> ComposeAsync(DateTimeOffset now) =>
        _store.Composer.DraftAsync(_newsletter, now, Token);

    private string Text() => File.ReadAllText(Directory.GetFiles(Path.Combine(_folder.FullName, "issues")).Single());
}
