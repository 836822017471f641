using Digest.Gather.Web;
using Xunit;

namespace Digest.UnitTests.Gather.Web;

public sealed class WebRouteTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, true, true)]
    [InlineData(false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    [InlineData(false)]
    public void Address_moved_if_every_hop_was_for_good(bool moved, params bool[] hops)
    {
        var route = new WebRoute(new Uri("https://planet.example/0"));
        foreach (var (index, isForGood) in hops.Index())
            Assert.Null(route.Follow(new Uri($"https://planet.example/{index + 1}"), isForGood));

        Assert.Equal(moved, route.Moved);
    }

    [Fact]
    public void Five_hops_are_followed_and_no_more()
    {
        var route = new WebRoute(new Uri("https://planet.example/0"));
        for (var i = 1; i <= 5; i++)
            Assert.Null(route.Follow(new Uri($"https://planet.example/{i}"), false));

        Assert.Contains("more than 5 redirects", route.Follow(new Uri("https://planet.example/6"), false));
    }

    [Fact]
    public void Circle_is_given_up_when_it_closes()
    {
        var route = new WebRoute(new Uri("https://planet.example/a"));

        Assert.Null(route.Follow(new Uri("https://planet.example/b"), true));
        Assert.Contains("in a circle", route.Follow(new Uri("https://planet.example/a"), true));
    }

    [Fact]
    public void Way_down_from_https_is_refused_with_its_remedy()
    {
        var fault = new WebRoute(new Uri("https://planet.example/a")).Follow(new Uri("http://planet.example/a"), true);

        Assert.Contains("from https to http://planet.example/a", fault);
        Assert.Contains("as the url in newsletter.yml", fault);
    }

    [Fact]
    public void Way_up_to_https_is_taken() => Assert.Null(
        new WebRoute(new Uri("http://planet.example/a")).Follow(new Uri("https://planet.example/a"), true));
}
