using Digest.Gather.Web;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Web;

public sealed class ServerWaitTests
{
    private static readonly DateTimeOffset Now = Some.RunMoment;

    [Theory]
    [InlineData(429, "120", 120)]
    [InlineData(503, "120", 120)]
    [InlineData(403, "120", 120)]
    [InlineData(429, " 7 ", 7)]
    [InlineData(503, "Fri, 13 Nov 2026 10:05:00 GMT", 300)]
    [InlineData(503, "Friday, 13-Nov-26 10:05:00 GMT", 300)]
    [InlineData(503, "Fri Nov 13 10:05:00 2026", 300)]
    public void Retry_after_is_honoured(int status, string text, int seconds)
    {
        var wait = Of(status, ("Retry-After", text));

        Assert.Equal(Now.AddSeconds(seconds), wait?.Until);
    }

    [Theory]
    [InlineData(503, "0")]
    [InlineData(503, "-5")]
    [InlineData(503, "soon")]
    [InlineData(503, "")]
    [InlineData(503, "Fri, 13 Nov 2026 09:00:00 GMT")]
    [InlineData(404, "120")]
    [InlineData(500, "120")]
    [InlineData(200, "120")]
    public void Nothing_is_waited_for_without_a_moment_to_come(int status, string text) =>
        Assert.Null(Of(status, ("Retry-After", text)));

    [Theory]
    [InlineData("604800")]
    [InlineData("99999999999999999")]
    [InlineData("Fri, 13 Nov 2099 10:00:00 GMT")]
    public void Longer_than_a_day_is_cut_and_told(string text)
    {
        var wait = Of(503, ("Retry-After", text));

        Assert.Equal(Now.AddDays(1), wait?.Until);
        Assert.Contains("it is asked again after a day", wait?.Words(503));
    }

    [Fact]
    public void Overrun_server_that_names_no_time_is_left_alone_for_a_minute() =>
        Assert.Equal(Now.AddMinutes(1), Of(429)?.Until);

    [Theory]
    [InlineData("X-RateLimit-Remaining", "X-RateLimit-Reset", "1794567600")]
    [InlineData("RateLimit-Remaining", "RateLimit-Reset", "3600")]
    public void Used_up_limit_is_waited_out(string remaining, string reset, string renewal) => Assert.Equal(
        Now.AddHours(1), Of(403, (remaining, "0"), (reset, renewal))?.Until);

    [Fact]
    public void Limit_that_is_not_used_up_says_nothing() =>
        Assert.Null(Of(403, ("X-RateLimit-Remaining", "7"), ("X-RateLimit-Reset", "1794567600")));

    [Fact]
    public void Words_say_until_when() => Assert.Equal(
        "HTTP 429: the server asks to wait until 2026-11-13 10:02:00Z; it is not asked before",
        Of(429, ("Retry-After", "120"))?.Words(429));

    private static ServerWait? Of(int status, params (string Name, string Value)[] headers) => ServerWait.Of(
        status,
        headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
        Now);
}
