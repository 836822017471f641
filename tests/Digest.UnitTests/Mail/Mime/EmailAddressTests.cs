using Digest.Mail.Mime;
using Xunit;

namespace Digest.UnitTests.Mail.Mime;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("Reader@Example.COM", "Reader@example.com")]
    [InlineData(" a+b@x.example\t", "a+b@x.example")]
    [InlineData("o'neil@x.example", "o'neil@x.example")]
    [InlineData("taro@例え.jp", "taro@xn--r8jz45g.jp")]
    [InlineData("用户@example.com", "用户@example.com")]
    public void Ordinary_addresses_are_read(string text, string expected) =>
        Assert.Equal(expected, EmailAddress.Parse(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("@x.example")]
    [InlineData("a@")]
    [InlineData("a b@x.example")]
    [InlineData("a@b@x.example")]
    [InlineData("a@x..example")]
    [InlineData("a@-x.example")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@127.0.0.1")]
    [InlineData("a@x.example.")]
    [InlineData("a@x_y.example")]
    [InlineData("a(comment)@x.example")]
    [InlineData("<a@x.example>")]
    [InlineData("a,b@x.example")]
    [InlineData("--\u200Ba@x.example")]
    [InlineData("a\u202E@x.example")]
    [InlineData("\uFFFD@x.example")]
    public void Anything_else_is_refused_with_a_reason(string? text)
    {
        Assert.False(EmailAddress.TryParse(text, out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_and_does_not_throw() =>
        Assert.False(EmailAddress.TryParse('\uD800' + "@x.example", out _, out _));

    [Theory]
    [InlineData("\"a\r\nRCPT TO:<evil@x.example>\"@x.example")]
    [InlineData("\"a b\"@x.example")]
    [InlineData("\"a\\\r\n\"@x.example")]
    public void CVE_2026_30227_line_breaks_in_a_quoted_local_part_are_refused(string text) =>
        Assert.False(EmailAddress.TryParse(text, out _, out _));

    [Theory]
    [InlineData("a@x.example\r\nBcc: evil@x.example")]
    [InlineData("a\r\n@x.example")]
    [InlineData("a@x.example\n")]
    [InlineData("a@x.example\0")]
    [InlineData("a@x\u2028.example")]
    public void CVE_2025_7962_line_breaks_anywhere_in_an_address_are_refused(string text) =>
        Assert.False(EmailAddress.TryParse(text, out _, out _));

    [Fact]
    public void GHSA_mm7p_fcc7_pg87_a_quoted_address_inside_an_address_is_not_taken_for_the_target() =>
        Assert.False(EmailAddress.TryParse("\"victim@gmail.example x\"@internal.example", out _, out _));

    [Theory]
    [InlineData("a..b@docomo.ne.jp")]
    [InlineData("ab.@docomo.ne.jp")]
    [InlineData(".ab@docomo.ne.jp")]
    public void Old_carrier_addresses_are_refused_with_a_clear_reason(string text)
    {
        Assert.False(EmailAddress.TryParse(text, out _, out var reason));
        Assert.Contains("dot", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a..b@docomo.ne.jp", "\"a..b\"@docomo.ne.jp")]
    [InlineData("ab.@docomo.ne.jp", "\"ab.\"@docomo.ne.jp")]
    [InlineData("\".ab\"@docomo.ne.jp", "\".ab\"@docomo.ne.jp")]
    [InlineData("\"ab\"@docomo.ne.jp", "ab@docomo.ne.jp")]
    public void Old_carrier_addresses_go_out_quoted_where_the_caller_opts_in(string text, string expected)
    {
        Assert.True(EmailAddress.TryParse(text, AddressRules.OldCarriers, out var address, out _));
        Assert.Equal(expected, address.Value);
        Assert.Equal(address, EmailAddress.Parse(address.Value));
    }

    [Theory]
    [InlineData("\"\"@x.example")]
    [InlineData("\"@x.example")]
    [InlineData("\"a b\"@x.example")]
    [InlineData("\"a@b\"@x.example")]
    [InlineData("\"a\\\"b\"@x.example")]
    [InlineData("\"a..\r\nRCPT TO:<b\"@x.example")]
    [InlineData("\"victim..@gmail.example x\"@internal.example")]
    public void Opting_in_lets_no_other_quoted_address_in(string text) =>
        Assert.False(EmailAddress.TryParse(text, AddressRules.OldCarriers, out _, out _));

    [Fact]
    public void The_quotes_count_towards_the_length()
    {
        var local = ".." + new string('a', 60);
        Assert.True(EmailAddress.TryParse(local + "@x.example", AddressRules.OldCarriers, out _, out _));
        Assert.False(EmailAddress.TryParse(local + "a@x.example", AddressRules.OldCarriers, out _, out _));
    }

    [Fact]
    public void Long_local_parts_are_counted_in_octets()
    {
        Assert.True(EmailAddress.TryParse(new string('a', 64) + "@x.example", out _, out _));
        Assert.False(EmailAddress.TryParse(new string('a', 65) + "@x.example", out _, out _));
        Assert.False(EmailAddress.TryParse(new string('社', 22) + "@x.example", out _, out _));
    }

    [Fact]
    public void Spellings_of_one_mailbox_share_a_key() =>
        Assert.Equal(EmailAddress.Parse("A@X.example").Key, EmailAddress.Parse("a@x.EXAMPLE").Key);
}
