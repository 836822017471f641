using Digest.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Xunit;

namespace Digest.UnitTests.Web;

public sealed class PreconditionsTests
{
    private static readonly EntityTagHeaderValue Tag = new("\"now\"");
    private static readonly DateTimeOffset Modified = new(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("\"now\"", true)]
    [InlineData("W/\"now\"", true)]
    [InlineData("\"before\", \"now\"", true)]
    [InlineData("*", true)]
    [InlineData("\"before\"", false)]
    [InlineData("now", false)]
    public void Tags_are_compared_weakly(string header, bool isFresh) =>
        Assert.Equal(isFresh, IsFresh((HeaderNames.IfNoneMatch, header)));

    [Theory]
    [InlineData("\"before\"")]
    [InlineData("rubbish")]
    public void Date_is_not_asked_beside_a_tag(string tag) => Assert.False(IsFresh(
        (HeaderNames.IfNoneMatch, tag), (HeaderNames.IfModifiedSince, "Fri, 13 Nov 2026 10:00:00 GMT")));

    [Theory]
    [InlineData("Fri, 13 Nov 2026 10:00:00 GMT", true)]
    [InlineData("Fri, 13 Nov 2026 09:59:59 GMT", false)]
    [InlineData("rubbish", false)]
    public void Date_is_asked_where_there_is_no_tag(string date, bool isFresh) =>
        Assert.Equal(isFresh, IsFresh((HeaderNames.IfModifiedSince, date)));

    [Fact]
    public void Request_without_conditions_gets_the_whole() => Assert.False(IsFresh());

    private static bool IsFresh(params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        foreach (var (name, value) in headers)
            context.Request.Headers[name] = value;
        return Preconditions.IsFresh(context.Request, Tag, Modified);
    }
}
