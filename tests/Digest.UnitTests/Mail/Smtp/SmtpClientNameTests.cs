using Digest.Mail.Smtp;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp;

public sealed class SmtpClientNameTests
{
    [Theory]
    [InlineData("news.example")]
    [InlineData("host")]
    [InlineData("xn--fsqu00a.example")]
    [InlineData("[192.0.2.1]")]
    [InlineData("[IPv6:2001:db8::1]")]
    public void A_host_and_an_address_literal_are_names(string name) => Assert.True(SmtpClientName.IsValid(name));

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("news.example\r\nMAIL FROM:<>")]
    [InlineData("例子.example")]
    [InlineData("-news.example")]
    [InlineData("news..example")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[IPv6:192.0.2.1]")]
    [InlineData("[IPv6:fe80::1%eth0]")]
    [InlineData("[]")]
    [InlineData("[")]
    public void Anything_else_is_none(string name) => Assert.False(SmtpClientName.IsValid(name));
}
