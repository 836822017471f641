using System.Text;
using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Feed;

public sealed class FeedFileTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly GatherHost _host = new();

    [Fact]
    public async Task Feed_in_gb2312_becomes_items()
    {
        const string feed = """
            <?xml version="1.0" encoding="gb2312"?>
            <rss><channel><item><title>朱镕基</title></item></channel></rss>
            """;
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var path = _folder.Write("feed.xml", gb18030.GetBytes(feed));

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await ReadAsync(path));

        Assert.Equal("朱镕基", Assert.Single(fetched.Items).Title);
    }

    [Fact]
    public async Task Cut_off_feed_keeps_its_items_and_warns_with_file_and_line()
    {
        var path = _folder.Write("feed.xml", "<rss><channel>\n<item><title>One</title></item>\n<item><tit");

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await ReadAsync(path));

        Assert.Equal("One", Assert.Single(fetched.Items).Title);
        Assert.StartsWith($"{path}: line 3: ", Assert.Single(fetched.Warnings));
    }

    [Theory]
    [InlineData("nothing.xml", "there is no such file; check its path in newsletter.yml")]
    [InlineData("", "the file cannot be read")]
    public async Task File_that_cannot_be_read_is_a_failure(string name, string reason)
    {
        var path = Path.Combine(_folder.Path, name);

        var failed = Assert.IsType<FetchOutcome.Failed>(await ReadAsync(path));

        Assert.StartsWith($"{path}: {reason}", failed.Reason);
    }

    [Fact]
    public async Task Huge_file_is_refused()
    {
        var path = _folder.Write("feed.xml", new byte[6 * 1024 * 1024]);

        Assert.Contains("more than 5242880 bytes", Assert.IsType<FetchOutcome.Failed>(await ReadAsync(path)).Reason);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    private Task<FetchOutcome> ReadAsync(string path) =>
        _host.ReadAsync(new SourceDefinition { Id = "planet", Type = "feed", Path = path });
}
