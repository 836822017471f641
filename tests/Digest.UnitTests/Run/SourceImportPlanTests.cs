using Digest.Feeds.Opml;
using Digest.Gather.Web;
using Digest.Gather;
using Digest.Model;
using Digest.Run;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.UnitTests.Run;

public sealed class SourceImportPlanTests
{
    private static readonly SourceDefinition Planet = new()
    {
        Id = "planet",
        Type = "feed",
        Url = new Uri("https://planet.driftwood.example/feed/"),
    };

    [Theory]
    [InlineData("Keel Journal", "https://a.example.org/f", "keel-journal")]
    [InlineData("  The (new) Keel: news!  ", "https://a.example.org/f", "the-new-keel-news")]
    [InlineData("龙骨日志", "https://www.keel.example.org/f", "keel-example-org")]
    [InlineData("龙骨 Keel", "https://keel.example.org/f", "keel-example-org")]
    [InlineData("Café", "https://tea.example.org/f", "tea-example-org")]
    [InlineData("", "https://帆.example.org/f", "xn-ctt-example-org")]
    [InlineData("Planet", "https://a.example.org/f", "planet-2")]
    [InlineData("“Sail” – weekly", "https://a.example.org/f", "sail-weekly")]
    public void Id_comes_from_the_title_or_the_host(string title, string url, string id)
    {
        var added = Assert.IsType<SourceImportOutcome.Added>(Of(Feed(url) with { Title = title }));

        Assert.Equal(id, added.Source.Id);
    }

    [Fact]
    public void Ids_of_one_list_differ()
    {
        var outcomes = Plan().Of([Feed("https://a.example.org/1"), Feed("https://a.example.org/2")]);

        Assert.Equal(
            ["a-example-org", "a-example-org-2"],
            outcomes.Cast<SourceImportOutcome.Added>().Select(added => added.Source.Id));
    }

    [Theory]
    [InlineData("https://planet.driftwood.example/feed/")]
    [InlineData("http://PLANET.driftwood.example/feed")]
    [InlineData("feed:https://planet.driftwood.example/feed/#top")]
    [InlineData("feed://planet.driftwood.example/feed/")]
    public void Known_address_is_told_with_its_source(string url) =>
        Assert.Equal("planet", Assert.IsType<SourceImportOutcome.Known>(Of(Feed(url))).Source);

    [Theory]
    [InlineData("feeds/local.xml", "is no web address")]
    [InlineData("ftp://a.example.org/", "is no web address")]
    [InlineData("javascript:alert(1)", "is no web address")]
    [InlineData("http://127.0.0.1/", "private network")]
    [InlineData("http://①②⑦.0.0.1/", "private network")]
    [InlineData("http://2130706433/", "private network")]
    [InlineData("http://0x7f.1/", "private network")]
    [InlineData("http://[::1]/", "private network")]
    [InlineData("http://[::ffff:10.0.0.1]/", "private network")]
    [InlineData("http://169.254.169.254/latest", "private network")]
    [InlineData("http://localhost./", "private network")]
    [InlineData("http://printer/", "private network")]
    [InlineData("http://nas.local/feed", "private network")]
    [InlineData("https://a.example.org:8443/", "port 8443")]
    [InlineData("https://me:hunter2@a.example.org/", "user name")]
    public void Address_that_may_not_be_gathered_is_refused(string url, string reason)
    {
        var refused = Assert.IsType<SourceImportOutcome.Refused>(Of(Feed(url)));

        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.Url + refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Private_addresses_are_taken_where_the_settings_allow_them() => Assert.IsType<SourceImportOutcome.Added>(
        Assert.Single(new SourceImportPlan([], Guard(allowPrivate: true)).Of([Feed("http://127.0.0.1:8080/feed")])));

    [Theory]
    [InlineData("zh_CN", "zh-CN")]
    [InlineData("ja", "ja")]
    [InlineData("English", null)]
    [InlineData(null, null)]
    public void Language_is_taken_if_it_is_one(string? written, string? language)
    {
        var outcome = Of(Feed("https://a.example.org/") with { Language = written });

        Assert.Equal(language, Assert.IsType<SourceImportOutcome.Added>(outcome).Source.Language);
    }

    private static OpmlFeed Feed(string url) => new() { Url = url };

    private static SourceImportOutcome Of(OpmlFeed feed) => Assert.Single(Plan().Of([feed]));

    private static SourceImportPlan Plan() => new([Planet], Guard(allowPrivate: false));

    private static NetworkGuard Guard(bool allowPrivate) => new(
        Options.Create(new GatherOptions { AllowPrivateNetworks = allowPrivate }),
        (_, _) => throw new InvalidOperationException("Nothing is asked over the network"));
}
