using System.Text;
using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Notes;

public sealed class MarkdownFolderTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly GatherHost _host = new(("MaxNoteBytes", "1024"));

    [Fact]
    public async Task Notes_are_found_in_every_folder_in_a_fixed_order()
    {
        foreach (var name in (string[])["b.md", "a/z.markdown", "a/B.md", "Ä.md", "c.txt", ".hidden.md", ".git/x.md"])
            _folder.Write(name, "Text");

        var fetched = await ReadAsync();

        Assert.Equal(["a/B.md", "a/z.markdown", "b.md", "Ä.md"], fetched.Items.Select(item => item.ExternalId));
    }

    [Fact]
    public async Task Encodings_and_line_ends_make_no_difference()
    {
        const string note = "---\r\ntitle: 社区动态\r\ntags: [技术]\r\n---\r\n\r\n正文\r\n";
        _folder.Write("a.md", note);
        _folder.Write("b.md", CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(note));
        _folder.Write("c.md", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(note)]);

        var fetched = await ReadAsync();

        Assert.Equal(3, fetched.Items.Count);
        Assert.All(fetched.Items, item =>
        {
            Assert.Equal("社区动态", item.Title);
            Assert.Equal("正文", item.Body);
            Assert.Equal(["技术"], item.Tags);
        });
    }

    [Fact]
    public async Task Links_are_not_followed()
    {
        using var outside = new TempFolder();
        outside.Write("secret.md", "Secret");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "file.md"), Path.Combine(outside.Path, "secret.md"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "folder"), outside.Path);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "circle"), _folder.Path);

        Assert.Empty((await ReadAsync()).Items);
    }

    [Fact]
    public async Task Huge_note_is_left_out_with_a_warning()
    {
        _folder.Write("a.md", new string('x', 2000));
        _folder.Write("b.md", "Text");

        var fetched = await ReadAsync();

        Assert.Equal("b.md", Assert.Single(fetched.Items).ExternalId);
        Assert.StartsWith("a.md: left out: it has more than 1024 bytes", Assert.Single(fetched.Warnings));
    }

    [Fact]
    public async Task Missing_folder_is_a_failure()
    {
        var source = Notes with { Path = Path.Combine(_folder.Path, "none") };

        var failed = Assert.IsType<FetchOutcome.Failed>(await _host.ReadAsync(source));

        Assert.EndsWith("there is no such folder; check its path in newsletter.yml", failed.Reason);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    private SourceDefinition Notes => new() { Id = "notes", Type = "markdown", Path = _folder.Path };

    private async Task<FetchOutcome.Fetched> ReadAsync() =>
        Assert.IsType<FetchOutcome.Fetched>(await _host.ReadAsync(Notes));
}
