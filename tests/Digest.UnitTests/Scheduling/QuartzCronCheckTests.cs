using Digest.Scheduling;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Scheduling;

public sealed class QuartzCronCheckTests
{
    private readonly QuartzCronCheck _check = new(new TestClock());

    [Theory]
    [InlineData("0 0 9 ? * FRI")]
    [InlineData("0 0 9 1 * ?")]
    [InlineData("0 0/15 * * * ?")]
    [InlineData("0 0 9 ? * 2#1 2026-2030")]
    public void Sound_expression_passes(string cron) => Assert.Null(_check.Check(cron));

    [Theory]
    [InlineData("")]
    [InlineData("every friday")]
    [InlineData("0 0 25 ? * FRI")]
    [InlineData("99 0 9 ? * FRI")]
    [InlineData("0 10,60 9 ? * FRI")]
    [InlineData("0 0/120 9 ? * FRI")]
    [InlineData("0 0 9 32 * ?")]
    [InlineData("0 0 9 ? 13 FRI")]
    [InlineData("0 0 9 ? * 8")]
    [InlineData("0 9 * * 5")]
    [InlineData("0 0 9 ? * FRI 2020")]
    [InlineData("0 0 9 ? * FRI\n* * *")]
    public void Wrong_expression_is_told_what_would_be_right(string cron)
    {
        var reason = _check.Check(cron);
        Assert.NotNull(reason);
        Assert.Contains("0 0 9 ? * FRI", reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', reason);
    }

    [Fact]
    public void Five_fields_are_not_guessed_at() =>
        Assert.StartsWith("has five fields", _check.Check("0 9 * * 5"), StringComparison.Ordinal);
}
