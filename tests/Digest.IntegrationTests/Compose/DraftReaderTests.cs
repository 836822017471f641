using Digest.Compose;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Compose;

public sealed class DraftReaderTests : IDisposable
{
    private const string Item = "<!-- item:0123456789ab source:planet -->\n**题** 文字\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-draft-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Newsletter Newsletter => Some.Newsletter() with { Folder = _folder.FullName };

    private string DraftPath => Path.Combine(_folder.FullName, "issues", "001.md");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Title_and_days_are_those_of_the_file()
    {
        var reading = await ReadAsync($"---\ntitle: \"创刊号\"\nfrom: 2026-11-01\nto: 2026-11-30\n---\n\n## 动态\n\n{Item}");

        Assert.Equal("创刊号", reading.Issue.Title);
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)), (reading.Issue.From, reading.Issue.To));
        Assert.Equal(["0123456789ab"], reading.ItemIds);
    }

    [Theory]
    [InlineData("title: \"not closed")]
    [InlineData("title: 'not closed")]
    [InlineData("title: \"Nova\" 2.0")]
    [InlineData("title 创刊号")]
    public async Task Broken_line_of_the_front_matter_is_told_and_not_printed_as_a_title(string line)
    {
        var fault = await Assert.ThrowsAsync<DigestException>(
            () => ReadAsync($"---\r\nnumber: 1\r\n{line}\r\n---\r\n\r\n## 动态\r\n\r\n{Item}"));

        Assert.StartsWith($"{DraftPath}:3: '{line}'", fault.Message);
    }

    [Theory]
    [InlineData("title: 'it''s'", "it's")]
    [InlineData("title: Ships: a \"quoted\" word", "Ships: a \"quoted\" word")]
    [InlineData("title: \"a \\\"b\\\" c\" # why", "a \"b\" c")]
    [InlineData("title: >\n  two\n  lines", "two lines")]
    public async Task Sound_title_is_taken_however_it_is_written(string line, string title)
    {
        var reading = await ReadAsync($"---\n# a note\n{line}\ntags: [a,\n  b]\n---\n\n## 动态\n\n{Item}");

        Assert.Equal(title, reading.Issue.Title);
    }

    [Fact]
    public async Task File_without_front_matter_keeps_what_the_ledger_has()
    {
        var reading = await ReadAsync($"## 动态\n\n{Item}");

        Assert.Equal(Some.Issue(), reading.Issue);
    }

    [Fact]
    public async Task Every_fault_is_told_with_its_line()
    {
        var error = await Assert.ThrowsAsync<DigestException>(() =>
            ReadAsync("---\ntitle: x\nfrom: soon\nto: 2026-02-30\nnumber: 7\n---\n"));

        Assert.Equal(
            [
                $"{DraftPath}:3: from: 'soon' is no day; write for example 2026-11-13",
                $"{DraftPath}:4: to: '2026-02-30' is no day; write for example 2026-11-13",
                $"{DraftPath}:5: number: '7' is another issue's; write 1",
            ],
            error.Message.Split(Environment.NewLine));
    }

    [Theory]
    [InlineData("---\nfrom: 2026-11-20\nto: 2026-11-13\n---\n", ":2: from: is after to")]
    [InlineData("---\ntitle: x\n\n## 动态\n", ":1: front matter: cannot be read")]
    public async Task Faults_of_the_whole_are_told_too(string text, string fault)
    {
        var error = await Assert.ThrowsAsync<DigestException>(() => ReadAsync(text));

        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_file_is_told_with_its_remedy()
    {
        var error = await Assert.ThrowsAsync<DigestException>(
            () => new DraftReader().ReadAsync(Newsletter, Some.Issue(), Token));

        Assert.StartsWith(DraftPath, error.Message, StringComparison.Ordinal);
    }

    private async Task<DraftReading> ReadAsync(string text)
    {
        await DraftFiles.WriteAsync(Newsletter, Some.Issue().Ref, text, Token);
        return await new DraftReader().ReadAsync(Newsletter, Some.Issue(), Token);
    }
}
