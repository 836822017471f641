using Digest.Model;
using Xunit;

namespace Digest.IntegrationTests.Publish;

public sealed class PublisherTests : IDisposable
{
    private readonly SiteFolder _site = new();

    [Fact]
    public async Task First_publishing_writes_every_file()
    {
        var report = await _site.PublishAsync();

        Assert.Equal(report.Files.Count, report.Written);
        Assert.All(report.Files, name => Assert.True(File.Exists(_site.PathOf(name))));
    }

    [Fact]
    public async Task Second_publishing_leaves_unchanged_files_alone()
    {
        await _site.PublishAsync();
        var before = File.GetLastWriteTimeUtc(_site.PathOf("006.html"));

        var report = await _site.PublishAsync();

        Assert.Equal(0, report.Written);
        Assert.Equal(before, File.GetLastWriteTimeUtc(_site.PathOf("006.html")));
    }

    [Fact]
    public async Task Spoilt_file_is_written_again()
    {
        await _site.PublishAsync();
        await File.WriteAllTextAsync(_site.PathOf("feed.xml"), "half", TestContext.Current.CancellationToken);

        Assert.Equal(1, (await _site.PublishAsync()).Written);
    }

    [Fact]
    public async Task Pages_of_an_issue_that_is_gone_go_and_files_of_others_stay()
    {
        await _site.PublishAsync();
        await File.WriteAllTextAsync(_site.PathOf("CNAME"), "news.example", TestContext.Current.CancellationToken);

        _site.Store.Issues = [];
        await _site.PublishAsync();

        Assert.False(File.Exists(_site.PathOf("006.html")));
        Assert.True(File.Exists(_site.PathOf("index.html")));
        Assert.True(File.Exists(_site.PathOf("CNAME")));
    }

    [Fact]
    public async Task Label_that_leads_out_of_the_folder_is_refused()
    {
        var issue = _site.Store.Issues[0];
        _site.Store.Issues = [issue with { Issue = issue.Issue with { Ref = new IssueRef("weekly", "../evil") } }];

        await Assert.ThrowsAsync<DigestException>(_site.PublishAsync);
    }

    [Fact]
    public async Task Folder_that_cannot_be_written_is_told_in_one_line()
    {
        await File.WriteAllTextAsync(_site.Public, "a file", TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<DigestException>(_site.PublishAsync);

        Assert.StartsWith(_site.Public, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    public void Dispose() => _site.Dispose();
}
