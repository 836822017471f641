using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Notes;

/// <summary>The five real texts the project began with, read as notes.</summary>
public sealed class SeedCorpusTests
{
    [Theory]
    [InlineData("barcelona-summit-day3.md", "OpenStack巴塞罗那峰会Day3", null, "OpenStack")]
    [InlineData("community-weekly-006.md", "OpenStack社区动态第六期(12.26-01.16)", null, "技术")]
    [InlineData("kilo-design-summit.ja.md", "OpenStack Kilo Design Summit 報告", "2014-12-01T00:00:00", "")]
    [InlineData(
        "vancouver-summit-day1.md",
        "vancouver summit day1",
        "2015-05-19T00:35:50",
        "Vancouver,summit,nova,OpenStack")]
    [InlineData(
        "vancouver-summit-day2.md",
        "vancouver summit day2",
        "2015-05-20T22:35:50",
        "Vancouver,summit,nova,upgrade,api,heat,OpenStack")]
    public async Task Seed_has_its_title_date_and_tags(string file, string title, string? date, string tags)
    {
        var item = (await ReadAsync()).Items.Single(item => item.ExternalId == file);

        Assert.Equal(title, item.Title);
        Assert.Equal(date, item.Published?.ToString("s", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(tags, string.Join(',', item.Tags));
    }

    [Fact]
    public async Task Every_seed_is_read_without_a_warning()
    {
        var fetched = await ReadAsync();

        Assert.Equal(5, fetched.Items.Count);
        Assert.Empty(fetched.Warnings);
        Assert.DoesNotContain(fetched.Items, item => item.Body.Contains("{%", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_Japanese_seed_is_taken_for_Japanese()
    {
        var japanese = (await ReadAsync()).Items.Where(item => item.Language == "ja");

        Assert.Equal("kilo-design-summit.ja.md", Assert.Single(japanese).ExternalId);
    }

    private static async Task<FetchOutcome.Fetched> ReadAsync()
    {
        Assert.SkipWhen(Corpus.SkipReason("seeds") is not null, Corpus.SkipReason("seeds") ?? "");
        await using var host = new GatherHost();
        var source = new SourceDefinition { Id = "seeds", Type = "markdown", Path = Corpus.PathOf("seeds") };
        return Assert.IsType<FetchOutcome.Fetched>(await host.ReadAsync(source));
    }
}
