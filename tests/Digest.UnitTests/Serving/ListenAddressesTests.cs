using Digest.Model;
using Digest.Serving;
using Xunit;

namespace Digest.UnitTests.Serving;

public sealed class ListenAddressesTests
{
    [Fact]
    public void Several_addresses_are_split_at_semicolons() => Assert.Equal(
        ["http://127.0.0.1:5080", "http://[::1]:5080"],
        ListenAddresses.Read("http://127.0.0.1:5080; http://[::1]:5080;"));

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("https://127.0.0.1:5081")]
    [InlineData("ftp://127.0.0.1:21")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:5080/path")]
    public void Wrong_address_is_refused_with_an_example(string urls)
    {
        var error = Assert.Throws<DigestException>(() => ListenAddresses.Read(urls));
        Assert.Contains("http://127.0.0.1:5080", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Web:Urls:", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.ExitCode);
    }
}
