using Digest.Mail.Smtp.Sasl;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp.Sasl;

public sealed class SaslPrepTests
{
    [Theory]
    [InlineData("I\u00ADX", "IX")]
    [InlineData("user", "user")]
    [InlineData("USER", "USER")]
    [InlineData("\u00AA", "a")]
    [InlineData("\u2168", "IX")]
    public void The_examples_of_rfc_4013_come_out_as_it_says(string text, string expected)
    {
        Assert.True(SaslPrep.TryPrepare(text, out var prepared));
        Assert.Equal(expected, prepared);
    }

    [Theory]
    [InlineData("\u0007")]
    [InlineData("\u06271")]
    public void The_forbidden_examples_of_rfc_4013_are_refused(string text) =>
        Assert.False(SaslPrep.TryPrepare(text, out _));

    [Theory]
    [InlineData("ｐａｓｓ１", "pass1")]
    [InlineData("ﾊﾟｽﾜｰﾄﾞ", "パスワード")]
    [InlineData("か\u3099", "が")]
    [InlineData("合い言葉\u3000一", "合い言葉 一")]
    [InlineData("\uFA1B", "福")]
    [InlineData("密码🔑", "密码🔑")]
    [InlineData("a\u200Bb", "a b")]
    [InlineData("𠮷", "𠮷")]
    public void Passwords_typed_in_other_ways_are_the_same_password(string text, string expected)
    {
        Assert.True(SaslPrep.TryPrepare(text, out var prepared));
        Assert.Equal(expected, prepared);
    }

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\u0085b")]
    [InlineData("a\uE000b")]
    [InlineData("a\uFFFDb")]
    [InlineData("a\uFFFEb")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u2FF0b")]
    [InlineData("a\u0340\u06DDb")]
    [InlineData("a\U000E0041b")]
    [InlineData("\u0627a\u0628")]
    [InlineData("\u06271\u0628a")]
    public void What_cannot_be_seen_or_typed_is_refused(string text) => Assert.False(SaslPrep.TryPrepare(text, out _));

    [Fact]
    public void Right_to_left_letters_are_taken_by_themselves() =>
        Assert.True(SaslPrep.TryPrepare("\u05D01\u05D1", out _));

    [Fact]
    public void Half_a_character_is_refused() => Assert.False(SaslPrep.TryPrepare("a" + (char)0xD800, out _));

    [Fact]
    public void Whatever_comes_in_what_comes_out_stays_as_it_is() => Prop.ForAll<string?>(text =>
        !SaslPrep.TryPrepare(text ?? "", out var once)
        || (SaslPrep.TryPrepare(once, out var twice) && once == twice)).QuickCheckThrowOnFailure();
}
