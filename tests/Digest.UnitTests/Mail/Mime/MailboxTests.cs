using Digest.Mail.Mime;
using Digest.Testing;
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

    [Theory]
    [InlineData("\"victim@gmail.example x\"@internal.example")]
    [InlineData("\"victim@gmail.example\" <x>@internal.example")]
    [InlineData("A <\"victim@gmail.example x\"@internal.example>")]
    [InlineData("\"xclow3n@gmail.example x\"@internal.example, b@x.example")]
    public void GHSA_mm7p_fcc7_pg87_a_quoted_address_is_never_taken_for_the_target(string text)
    {
        Assert.False(Mailbox.TryParse(text, out _, out _));
        Assert.False(Mailbox.TryParse(text, AddressRules.OldCarriers, out _, out _));
    }

    [Theory]
    [InlineData("a\r\nBcc: b@x.example", "c@x.example")]
    [InlineData("a", "c@x.example\r\nBcc: b@x.example")]
    [InlineData("a", "c\r\nBcc: b@x.example")]
    public void CVE_2021_23400_line_breaks_in_an_address_object_are_refused(string name, string address) =>
        Assert.Throws<FormatException>(() =>
            MimeWriter.Write(Some.MailMessage() with { To = new Mailbox(name, EmailAddress.Parse(address)) }));

    [Fact]
    public void An_old_carriers_address_is_read_with_its_name()
    {
        Assert.True(Mailbox.TryParse("山田 <a..b@docomo.ne.jp>", AddressRules.OldCarriers, out var mailbox, out _));
        Assert.Equal("山田 <\"a..b\"@docomo.ne.jp>", mailbox.ToString());
    }
}
