using Digest.Mail.Mime;
using Xunit;

namespace Digest.UnitTests.Mail.Mime;

public sealed class MailboxTests
{
    [Theory]
    [InlineData("a@x.example", null)]
    [InlineData("<a@x.example>", null)]
    [InlineData("山田太郎 <a@x.example>", "山田太郎")]
    [InlineData("\"Neil, \\\"Jr\\\"\" <a@x.example>", "Neil, \"Jr\"")]
    [InlineData("O'Neil <a@x.example>", "O'Neil")]
    public void One_mailbox_is_read_with_its_name(string text, string? name)
    {
        Assert.True(Mailbox.TryParse(text, out var mailbox, out _));
        Assert.Equal((name, "a@x.example"), (mailbox.Name, mailbox.Address.Value));
    }

    [Theory]
    [InlineData("a@x.example, b@x.example")]
    [InlineData("A <a@x.example>, B <b@x.example>")]
    [InlineData("group: a@x.example;")]
    [InlineData("A <@relay.example:a@x.example>")]
    [InlineData("A <a@x.example")]
    [InlineData("A <a@x.example>>")]
    [InlineData("b@x.example <a@x.example>")]
    [InlineData("A (comment) <a@x.example>")]
    [InlineData("\"A <a@x.example>")]
    [InlineData("\"A\" B <a@x.example>")]
    [InlineData("A\r\nBcc: b@x.example <a@x.example>")]
    [InlineData("")]
    public void Anything_two_readers_could_read_differently_is_refused(string text)
    {
        Assert.False(Mailbox.TryParse(text, out _, out var reason));
        Assert.NotEmpty(reason);
    }
}
