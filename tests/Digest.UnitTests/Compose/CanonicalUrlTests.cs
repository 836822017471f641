using Digest.Compose;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Compose;

public class CanonicalUrlTests
{
    private static readonly string[] Pieces =
    [
        "http://", "https://", "//", "/", "a.example", "www.", "WWW.", "b", ".", "..", ":80", ":443", ":8080", "?", "&",
        "#", "#/c/30", "utm_source=x", "=", "%", "%41", "%e6%b5%ae", "%E2%80%8E", "%2F", "浮木", "\\_", "\\", "\u200E",
        ";_ylt=x", "@", " ", ")", "(", "。", ">", "\uD800", "\0", "?p=481", "#more-12", "#:~:text=a", "xn--", "[", "]",
    ];

    [Theory]
    [InlineData("http://Example.ORG:80/a", "https://example.org/a")]
    [InlineData("https://example.org", "http://example.org/")]
    [InlineData("https://example.org/a?utm_source=rss&utm_medium=x", "https://example.org/a")]
    [InlineData("https://example.org/a?p=481&fbclid=x", "https://example.org/a?p=481")]
    [InlineData("https://news.example/story;_ylt=A2KJ3C", "https://news.example/story")]
    [InlineData("https://example.org/a#", "https://example.org/a")]
    [InlineData("https://www.example.org/a", "https://example.org/a")]
    [InlineData("https://example.org./a", "https://example.org/a")]
    [InlineData("https://example.org:443/a", "http://example.org/a")]
    [InlineData("https://example.org//2014//a", "https://example.org/2014/a")]
    [InlineData("https://example.org/b/../a", "https://example.org/a")]
    [InlineData("https://example.org/%7Ea/%e6%b5%ae", "https://example.org/~a/%E6%B5%AE")]
    [InlineData("https://example.org/浮", "https://example.org/%E6%B5%AE")]
    [InlineData("https://example.org/Multi\\_Region", "https://example.org/Multi_Region")]
    [InlineData("https://example.org/c/1/.)", "https://example.org/c/1/")]
    [InlineData("https://example.org/a。", "https://example.org/a")]
    [InlineData("https://example.org/a\u200E", "https://example.org/a")]
    [InlineData("https://example.org/a%E2%80%8E", "https://example.org/a")]
    [InlineData("https://example.org/a#utm_source=x&utm_medium=y", "https://example.org/a")]
    [InlineData("https://example.org/a#/c/30?utm_source=x", "https://example.org/a#/c/30")]
    [InlineData("https://example.org/a?utm_source=x&utm_source=y", "https://example.org/a")]
    [InlineData("https://example.org/a;jsessionid=0A1B", "https://example.org/a")]
    [InlineData("https://example.org/a#more-1946", "https://example.org/a")]
    [InlineData("https://bücher.example/", "https://xn--bcher-kva.example/")]
    public void Same_page_has_one_identity(string one, string other) =>
        Assert.Equal(CanonicalUrl.Of(other), CanonicalUrl.Of(one));

    [Theory]
    [InlineData("https://review.example/#/c/30/", "https://review.example/#/c/31/")]
    [InlineData("https://blog.example/?p=1", "https://blog.example/?p=2")]
    [InlineData("https://example.org/a", "https://example.org/A")]
    [InlineData("https://example.org/a", "https://example.org/a/")]
    [InlineData("https://example.org:8080/a", "https://example.org/a")]
    [InlineData("https://example.org/?ref=1", "https://example.org/")]
    [InlineData("https://example.org/a?x=1&y=2", "https://example.org/a?y=2&x=1")]
    [InlineData("https://wiki.example/Blueprints#Keel", "https://wiki.example/Blueprints#Sail")]
    [InlineData("https://example.org/a%2Fb", "https://example.org/a/b")]
    [InlineData("https://m.example.org/a", "https://example.org/a")]
    [InlineData("https://a.example/wiki/Sail_(boat)", "https://a.example/wiki/Sail_(boat")]
    public void Different_pages_stay_apart(string one, string other) =>
        Assert.NotEqual(CanonicalUrl.Of(other), CanonicalUrl.Of(one));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mailto:a@b.example")]
    [InlineData("/relative")]
    [InlineData("javascript:alert(1)")]
    public void What_is_no_web_address_has_none(string? url) => Assert.Null(CanonicalUrl.Of(url));

    [Fact]
    public void Whatever_is_asked_has_one_answer() => Prop.ForAll(Addresses, address =>
    {
        var once = CanonicalUrl.Of(address);
        return once is null || CanonicalUrl.Of($"https:{once}") == once;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("http://Example.ORG:80/a?utm_source=rss", "http://Example.ORG:80/a")]
    [InlineData("https://example.org/a?b=%e4&UTM_medium=x&&c#d?e", "https://example.org/a?b=%e4&c#d?e")]
    [InlineData("https://example.org/story;_ylt=A2KJ3C?x", "https://example.org/story?x")]
    [InlineData("https://example.org/a?fbclid=1#/c/30", "https://example.org/a#/c/30")]
    public void Tracking_is_taken_off_and_the_rest_stays_as_given(string url, string clean) =>
        Assert.Equal(clean, CanonicalUrl.WithoutTracking(url));

    [Theory]
    [InlineData("https://example.org")]
    [InlineData("https://example.org/?")]
    [InlineData("https://example.org/?a=1&&b#")]
    [InlineData("https://example.org/?my_utm_x=1#utm_source=a")]
    [InlineData("mailto:a@b.example?utm_source=x")]
    [InlineData("no address")]
    public void Address_without_tracking_is_not_touched(string url) =>
        Assert.Equal(url, CanonicalUrl.WithoutTracking(url));

    private static Arbitrary<string> Addresses => Gen.Elements(Pieces).ListOf()
        .Select(pieces => $"https://a.example{string.Concat(pieces)}")
        .ToArbitrary();
}
