using Digest.Gather;
using Digest.Gather.Web;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.UnitTests.Gather.Web;

public sealed class NetworkGuardTests
{
    [Theory]
    [InlineData("file:///etc/passwd", "neither http nor https")]
    [InlineData("ftp://a.example/feed", "neither http nor https")]
    [InlineData("https://user:secret@a.example/feed", "user name")]
    [InlineData("http://a.example:22/feed", "port 22 is refused")]
    public void Address_is_refused_with_the_reason(string address, string reason)
    {
        var refusal = Guard().Refusal(new Uri(address));

        Assert.Contains(reason, refusal);
        Assert.DoesNotContain("secret", refusal);
    }

    [Theory]
    [InlineData("http://a.example/feed")]
    [InlineData("https://a.example:443/feed")]
    public void Web_address_is_taken(string address)
    {
        Assert.Null(Guard().Refusal(new Uri(address)));
    }

    [Theory]
    [InlineData("http://feeds.lan:8080/feed", "feeds.lan:8080", true)]
    [InlineData("http://feeds.lan.:8080/feed", "FEEDS.lan:8080", true)]
    [InlineData("http://feeds.lan:8080/feed", "feeds.lan", true)]
    [InlineData("http://feeds.lan:8081/feed", "feeds.lan:8080", false)]
    [InlineData("http://evil.feeds.lan:8080/feed", "feeds.lan", false)]
    [InlineData("http://[::1]:8080/feed", "[::1]:8080", true)]
    [InlineData("http://[::1]:8080/feed", "::1", true)]
    [InlineData("http://浮木.example:8080/feed", "浮木.example:8080", true)]
    public void Allowed_host_may_have_another_port(string address, string allowed, bool isOpen)
    {
        Assert.Equal(isOpen, Guard(allowed).Refusal(new Uri(address)) is null);
    }

    private static NetworkGuard Guard(params string[] allowed) => new(
        Options.Create(new GatherOptions { AllowedHosts = allowed }),
        (_, _) => throw new InvalidOperationException("nothing is resolved here"));
}
