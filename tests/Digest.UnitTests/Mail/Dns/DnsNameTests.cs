using System.Net;
using Digest.Mail.Dns;
using Xunit;

namespace Digest.UnitTests.Mail.Dns;

public sealed class DnsNameTests
{
    [Theory]
    [InlineData("News.Example.", "news.example")]
    [InlineData("社区.example", "xn--dkrp89f.example")]
    [InlineData("_dmarc.例え.example", "_dmarc.xn--r8jz45g.example")]
    [InlineData("", "")]
    [InlineData(@"a\046b.example", @"a\046b.example")]
    public void Name_has_one_spelling(string text, string expected)
    {
        Assert.True(DnsName.TryNormalize(text, out var name));
        Assert.Equal(expected, name);
    }

    [Theory]
    [InlineData("a..example")]
    [InlineData(".example")]
    [InlineData(@"a\9.example")]
    [InlineData(@"a\256.example")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123.example")]
    public void What_cannot_be_a_name_is_refused(string text) => Assert.False(DnsName.TryNormalize(text, out _));

    [Fact]
    public void Name_of_more_than_255_octets_is_refused()
    {
        Assert.True(DnsName.TryNormalize(string.Join('.', Enumerable.Repeat("a", 127)), out _));
        Assert.False(DnsName.TryNormalize(string.Join('.', Enumerable.Repeat("a", 128)), out _));
    }

    [Theory]
    [InlineData("192.0.2.10", "10.2.0.192.in-addr.arpa")]
    [InlineData("2001:db8::1", "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa")]
    public void Address_is_asked_for_in_reverse(string address, string expected) =>
        Assert.Equal(expected, DnsName.Reverse(IPAddress.Parse(address)));
}
