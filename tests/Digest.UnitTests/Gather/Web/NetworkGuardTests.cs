using Digest.Gather.Web;
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
        var refusal = NetworkGuard.Refusal(new Uri(address), allowPrivate: false);

        Assert.Contains(reason, refusal);
        Assert.DoesNotContain("secret", refusal);
    }

    [Theory]
    [InlineData("http://a.example/feed")]
    [InlineData("https://a.example:443/feed")]
    public void Web_address_is_taken(string address)
    {
        Assert.Null(NetworkGuard.Refusal(new Uri(address), allowPrivate: false));
    }
}
