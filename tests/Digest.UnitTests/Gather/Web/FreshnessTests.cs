using Digest.Gather.Web;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Web;

public sealed class FreshnessTests
{
    [Theory]
    [InlineData("max-age=3600", 3600)]
    [InlineData("public, MAX-AGE=\"60\"", 60)]
    [InlineData("max-age=99999999999999999999", int.MaxValue)]
    [InlineData("s-maxage=5, max-age=7", 7)]
    [InlineData("max-age=3600, no-cache", 0)]
    [InlineData("no-store", 0)]
    public void Cache_control_is_honoured(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Of(("Cache-Control", text)));

    [Fact]
    public void Age_in_a_cache_counts() =>
        Assert.Equal(TimeSpan.FromSeconds(10), Of(("Cache-Control", "max-age=60"), ("Age", "50")));

    [Fact]
    public void Stale_answer_is_not_fresh() =>
        Assert.Equal(TimeSpan.Zero, Of(("Cache-Control", "max-age=60"), ("Age", "500")));

    [Fact]
    public void Expires_counts_from_the_servers_own_date() => Assert.Equal(
        TimeSpan.FromHours(1),
        Of(("Expires", "Thu, 01 Jan 2015 11:00:00 GMT"), ("Date", "Thu, 01 Jan 2015 10:00:00 GMT")));

    [Fact]
    public void Expires_without_a_date_counts_from_now() =>
        Assert.Equal(TimeSpan.FromHours(2), Of(("Expires", "Fri, 13 Nov 2026 12:00:00 GMT")));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("Fri, 13 Nov 2015 12:00:00 GMT")]
    public void Nonsense_in_expires_means_expired(string text) => Assert.Equal(TimeSpan.Zero, Of(("Expires", text)));

    [Fact]
    public void Max_age_wins_over_expires() => Assert.Equal(
        TimeSpan.FromSeconds(60), Of(("Cache-Control", "max-age=60"), ("Expires", "0")));

    [Theory]
    [InlineData("Cache-Control", "public")]
    [InlineData("Cache-Control", "max-age=soon")]
    [InlineData("Pragma", "max-age=5")]
    public void Nothing_said_is_nothing_known(string name, string value) => Assert.Null(Of((name, value)));

    private static TimeSpan? Of(params (string Name, string Value)[] headers) => Freshness.Of(
        headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
        Some.RunMoment);
}
