using Digest.Compose;
using Digest.Model;
using Digest.Run;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Archive;

public sealed class ArchiveImportTests : IAsyncLifetime
{
    private const string Sixth = "---\ntitle: 社区周报第六期(12.26-01.16)\n---\n\n## 业界动态\n一条。\n";

    private ArchiveFixture _fixture = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _fixture = await ArchiveFixture.CreateAsync(Token);

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task File_that_cannot_be_taken_is_reported_and_the_others_go_on()
    {
        _fixture.Write("2014-01-10-empty.md", "  \n");
        _fixture.Write("2014-01-11-binary.md", "a\0b");
        _fixture.Write("2014-01-16-six.md", Sixth);

        var report = await _fixture.RunAsync(Token);

        Assert.Equal((1, 2), (report.Imported, report.Refused));
        Assert.Equal(
            ["is empty; remove it from the archive", "is no text; remove it from the archive"],
            report.Files.OfType<ArchiveFileOutcome.Refused>().Select(file => file.Reason));
    }

    [Fact]
    public async Task Second_text_with_the_same_number_is_refused()
    {
        _fixture.Write("2014-01-16-six.md", Sixth);
        _fixture.Write("2014-01-17-six-again.md", Sixth + "\n又一条。\n");

        var report = await _fixture.RunAsync(Token);

        var refused = Assert.IsType<ArchiveFileOutcome.Refused>(report.Files[1]);
        Assert.Contains("holds another text", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(Sixth, _fixture.Copy("006"));
    }

    [Fact]
    public async Task Same_text_with_other_line_ends_is_known()
    {
        _fixture.Write("2014-01-16-six.md", Sixth);
        _fixture.Write("2014-01-17-six.md", Sixth.ReplaceLineEndings("\r\n"));

        var report = await _fixture.RunAsync(Token);

        Assert.Equal((1, 1, 0), (report.Imported, report.Known, report.Refused));
    }

    [Fact]
    public async Task Issue_that_was_made_here_is_never_replaced()
    {
        await _fixture.Database.Get<IDraftStore>().SaveDraftAsync(Some.Issue(number: 6), [], Token);
        _fixture.Write("2014-01-16-six.md", Sixth);

        var report = await _fixture.RunAsync(Token);

        Assert.Equal(1, report.Refused);
        var standing = await _fixture.Database.Get<IIssueStore>().FindAsync(new IssueRef("weekly", "6"), Token);
        Assert.Equal(IssueState.Draft, standing!.State);
        Assert.False(Directory.Exists(Path.Combine(_fixture.Newsletter.Folder, "issues")));
    }

    [Fact]
    public async Task Copy_without_a_row_is_finished_by_the_next_import()
    {
        _fixture.Write("2014-01-16-six.md", Sixth);
        Directory.CreateDirectory(Path.Combine(_fixture.Newsletter.Folder, "issues"));
        await File.WriteAllTextAsync(Path.Combine(_fixture.Newsletter.Folder, "issues", "006.md"), Sixth, Token);

        Assert.Equal(1, (await _fixture.RunAsync(Token)).Imported);
    }

    [Fact]
    public async Task Text_in_gb18030_becomes_utf8()
    {
        var path = _fixture.Write("2014-01-16-six.md", "");
        var encoding = System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        await File.WriteAllBytesAsync(path, encoding.GetBytes(Sixth), Token);

        await _fixture.RunAsync(Token);

        Assert.Equal(Sixth, _fixture.Copy("006"));
    }

    [Fact]
    public async Task Missing_path_is_a_wrong_call()
    {
        var error = await Assert.ThrowsAsync<DigestException>(() => _fixture.RunAsync(Token));

        Assert.Equal(2, error.ExitCode);
        Assert.StartsWith(_fixture.Archive, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_without_markdown_is_a_wrong_call()
    {
        _fixture.Write("LICENSE", "text");

        Assert.Equal(2, (await Assert.ThrowsAsync<DigestException>(() => _fixture.RunAsync(Token))).ExitCode);
    }

    [Fact]
    public async Task Next_issue_goes_on_counting_after_the_archive()
    {
        _fixture.Write("2014-01-16-six.md", Sixth);

        await _fixture.RunAsync(Token);

        Assert.Equal(6, (await _fixture.Database.Get<IDraftStore>().FindLastAsync("weekly", Token))!.Number);
    }
}
