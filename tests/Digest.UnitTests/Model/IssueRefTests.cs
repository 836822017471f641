using Digest.Model;
using Xunit;

namespace Digest.UnitTests.Model;

public class IssueRefTests
{
    [Theory]
    [InlineData("weekly/1", "1", "001")]
    [InlineData("weekly/007", "7", "007")]
    [InlineData("weekly/1234", "1234", "1234")]
    [InlineData("weekly/summit-day1", "summit-day1", "summit-day1")]
    public void Number_may_have_leading_zeros(string text, string label, string stem)
    {
        Assert.True(IssueRef.TryParse(text, out var reference));
        Assert.Equal((label, stem), (reference.Label, reference.FileStem));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("weekly")]
    [InlineData("weekly/")]
    [InlineData("/1")]
    [InlineData("weekly/000")]
    [InlineData("weekly/1/2")]
    public void Anything_else_is_refused(string? text) => Assert.False(IssueRef.TryParse(text, out _));
}
