using Digest.Mail.Smtp;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp;

public sealed class SmtpFeaturesTests
{
    [Fact]
    public void Keywords_are_read_in_any_case_and_the_greeting_is_not_one()
    {
        var features = Features("STARTTLS greets you", "smtputf8", "SIZE 1000", "auth=LOGIN", "AUTH PLAIN XOAUTH2");

        Assert.False(features.StartTls);
        Assert.True(features.SmtpUtf8);
        Assert.Equal(1000, features.MaxSize);
        Assert.Equal(["LOGIN", "PLAIN", "XOAUTH2"], features.Auth);
    }

    [Theory]
    [InlineData("SIZE")]
    [InlineData("SIZE 0")]
    [InlineData("SIZE -5")]
    [InlineData("SIZE 99999999999999999999")]
    public void A_size_without_a_sound_number_sets_no_limit(string line)
    {
        var features = Features("hello", line);

        Assert.True(features.Size);
        Assert.Equal(0, features.MaxSize);
    }

    private static SmtpFeatures Features(params string[] lines) => SmtpFeatures.From(new SmtpReply(250, null, lines));
}
