using Digest.Mail.Smtp;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp;

public sealed class EnhancedCodeTests
{
    [Theory]
    [InlineData("5.1.1 no such user", "5.1.1")]
    [InlineData("5.7.515", "5.7.515")]
    [InlineData(" 5.1.1 a space before it", "5.1.1")]
    [InlineData("#5.1.0 Address rejected", "5.1.0")]
    [InlineData("5.7.1: blocked", "5.7.1")]
    [InlineData("5.7.1, blocked", "5.7.1")]
    public void A_code_at_the_start_is_found(string text, string expected) =>
        Assert.Equal(expected, EnhancedCode.Find(text, 550)?.ToString());

    [Theory]
    [InlineData("4.1.1 says another class than the reply")]
    [InlineData("3.1.1 has a class that does not exist")]
    [InlineData("5.1.1.2 is no code")]
    [InlineData("5.1.1a is no code")]
    [InlineData("5.1.1234 is no code")]
    [InlineData("5..1 is no code")]
    [InlineData("5.1. is no code")]
    [InlineData("5.+1.1 is no code")]
    [InlineData("5.1")]
    [InlineData("user 5.1.1")]
    [InlineData("")]
    public void What_only_looks_like_one_is_none(string text) => Assert.Null(EnhancedCode.Find(text, 550));

    [Fact]
    public void No_text_makes_it_fail() => Prop.ForAll<string?, int>((text, replyCode) =>
    {
        var found = EnhancedCode.Find(text, replyCode);
        return found is null || found.Value.Class == replyCode / 100;
    }).QuickCheckThrowOnFailure();
}
