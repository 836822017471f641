using Digest.Gather.Forges;
using Digest.Gather.Web;
using Xunit;

namespace Digest.UnitTests.Gather.Forges;

public sealed class ForgeLimitTests
{
    [Fact]
    public void Used_up_limit_is_told_with_its_end()
    {
        var failed = Failed(403, ("X-RateLimit-Limit", "60"), ("X-RateLimit-Remaining", "0"),
            ("X-RateLimit-Reset", "1794564000"));

        Assert.True(ForgeLimit.IsMet(failed));
        Assert.Equal(
            "HTTP 403: the limit of 60 requests is used up; try again after 2026-11-13 10:00:00Z; "
            + "a token (token_env) raises the limit",
            ForgeLimit.Words(failed, hasToken: false));
    }

    [Theory]
    [InlineData("30", "try again after 30 s")]
    [InlineData("Fri, 13 Nov 2026 11:00:00 GMT", "try again after Fri, 13 Nov 2026 11:00:00 GMT")]
    public void Wait_is_told_as_the_forge_says_it(string wait, string words) =>
        Assert.EndsWith(words, ForgeLimit.Words(Failed(403, ("retry-after", wait)), hasToken: true));

    [Fact]
    public void Plain_refusal_is_no_limit() => Assert.False(ForgeLimit.IsMet(Failed(403)));

    [Fact]
    public void Reset_that_no_calendar_has_is_left_out() => Assert.EndsWith(
        "try again later", ForgeLimit.Words(Failed(429, ("X-RateLimit-Reset", "999999999999999")), hasToken: true));

    private static WebAnswer.Failed Failed(int status, params (string Name, string Value)[] headers) =>
        new("reason", false)
        {
            Status = status,
            Headers = headers.ToDictionary(one => one.Name, one => one.Value, StringComparer.OrdinalIgnoreCase),
        };
}
