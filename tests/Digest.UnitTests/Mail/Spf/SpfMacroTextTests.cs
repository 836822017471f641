using System.Net;
using Digest.Mail.Spf;
using Xunit;

namespace Digest.UnitTests.Mail.Spf;

/// <summary>The examples of RFC 7208 §7.4.</summary>
public sealed class SpfMacroTextTests
{
    [Theory]
    [InlineData("%{s}", "strong-bad@email.example.com")]
    [InlineData("%{o}", "email.example.com")]
    [InlineData("%{d4}", "email.example.com")]
    [InlineData("%{d2}", "example.com")]
    [InlineData("%{d1}", "com")]
    [InlineData("%{dr}", "com.example.email")]
    [InlineData("%{d2r}", "example.email")]
    [InlineData("%{l}", "strong-bad")]
    [InlineData("%{l-}", "strong.bad")]
    [InlineData("%{lr}", "strong-bad")]
    [InlineData("%{lr-}", "bad.strong")]
    [InlineData("%{l1r-}", "strong")]
    [InlineData("%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com")]
    [InlineData("%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com")]
    [InlineData("%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com")]
    [InlineData("%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net")]
    [InlineData("%{S}", "strong-bad%40email.example.com")]
    [InlineData("a%%b%_c%-d.example.com", "a%b c%20d.example.com")]
    public void Macro_expands_as_published(string text, string expected) =>
        Assert.Equal(expected, Expand(text, "192.0.2.3"));

    [Fact]
    public void Newer_address_is_written_by_half_octets() => Assert.Equal(
        "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com",
        Expand("%{ir}.%{v}._spf.%{d2}", "2001:db8::cb01"));

    [Theory]
    [InlineData("%{x}")]
    [InlineData("%{c}")]
    [InlineData("%{d")]
    [InlineData("%")]
    [InlineData("%a.example")]
    [InlineData("%{d0}")]
    [InlineData("%{d1!}")]
    [InlineData("example")]
    [InlineData("example.123")]
    [InlineData("例.example\u00e9")]
    [InlineData("")]
    public void Wrong_macro_is_refused(string text) =>
        Assert.False(SpfMacroText.TryParse(text, isDomain: true, out _, out _));

    private static string Expand(string text, string address)
    {
        Assert.True(SpfMacroText.TryParse(text, isDomain: false, out var macro, out _));
        var sender = new SpfIdentity(IPAddress.Parse(address), "strong-bad", "email.example.com", "mx.example.org");
        return macro.Expand(letter => SpfMacroValues.Of(letter, sender, "email.example.com", "mx.example.org"));
    }
}
