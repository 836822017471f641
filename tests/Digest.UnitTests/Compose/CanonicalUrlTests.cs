using Digest.Compose;
using Xunit;

namespace Digest.UnitTests.Compose;

public class CanonicalUrlTests
{
    [Theory]
    [InlineData("http://Example.ORG:80/a", "https://example.org/a")]
    [InlineData("https://example.org", "http://example.org/")]
    [InlineData("https://example.org/a?utm_source=rss&utm_medium=x", "https://example.org/a")]
    [InlineData("https://example.org/a?p=481&fbclid=x", "https://example.org/a?p=481")]
    [InlineData("https://news.example/story;_ylt=A2KJ3C", "https://news.example/story")]
    [InlineData("https://example.org/a#", "https://example.org/a")]
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
    public void Different_pages_stay_apart(string one, string other) =>
        Assert.NotEqual(CanonicalUrl.Of(other), CanonicalUrl.Of(one));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mailto:a@b.example")]
    [InlineData("/relative")]
    [InlineData("javascript:alert(1)")]
    public void What_is_no_web_address_has_none(string? url) => Assert.Null(CanonicalUrl.Of(url));
}
