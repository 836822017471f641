using Digest.Testing;
using Xunit;

namespace Digest.EndToEndTests;

public sealed class ImportTests : IDisposable
{
    private readonly TempSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Archive_becomes_past_issues_that_are_never_mailed_and_imports_once()
    {
        Write("old/2025-01-10-no-1.md", "Pier News No. 1 (01.03-01.10)", "The pier opened.");
        Write("old/2025-01-17-no-2.md", "Pier News No. 2 (01.11-01.17)", "The pier closed.");

        var first = await _site.JsonAsync("import", "old", "--newsletter", "pier");
        var second = await _site.JsonAsync("import", "old", "--newsletter", "pier");

        Assert.Equal(2, (int?)first["imported"]);
        Assert.Equal(2, (int?)second["known"]);
        Assert.True(File.Exists(_site.PathOf("digests/pier/public/002.html")));
        Assert.Equal(1, (await _site.RunAsync("send", "pier/2")).ExitCode);
    }

    [Fact]
    public async Task Real_weekly_of_twelve_issues_is_imported_whole()
    {
        Assert.SkipWhen(Corpus.SkipReason("weekly") is not null, "the corpus is not beside this checkout");

        var json = await _site.JsonAsync("import", Corpus.PathOf("weekly"), "--newsletter", "weekly");

        Assert.Equal(12, (int?)json["imported"]);
        Assert.Equal(0, (int?)json["refused"]);
        Assert.True(File.Exists(_site.PathOf("digests/weekly/public/012.html")));
    }

    private void Write(string file, string title, string text) =>
        _site.Write(file, $"---\ntitle: {title}\n---\n## News\n\n{text}\n");
}
