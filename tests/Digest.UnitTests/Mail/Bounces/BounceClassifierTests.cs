using Digest.Mail.Bounces;
using Digest.Mail.Smtp;
using Xunit;

namespace Digest.UnitTests.Mail.Bounces;

public sealed class BounceClassifierTests
{
    [Theory]
    [InlineData("550 5.1.1 <a@b.example>: Recipient address rejected: User unknown", BounceClass.Hard)]
    [InlineData("550 5.7.1 <a@b.example>: Recipient address rejected: user does not exist", BounceClass.Hard)]
    [InlineData("550 spam@full.example: no such user", BounceClass.Hard)]
    [InlineData("550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found", BounceClass.Hard)]
    [InlineData("556 5.1.10 Recipient address has null MX", BounceClass.Hard)]
    [InlineData("550 5.2.1 The email account that you tried to reach is disabled.", BounceClass.Hard)]
    [InlineData("554 5.4.4 Host or domain name not found. Name service error for name=b.example", BounceClass.Hard)]
    [InlineData("550 邮箱不存在", BounceClass.Hard)]
    [InlineData("550 宛先不明", BounceClass.Hard)]
    [InlineData("550 5.0.0 Utilisateur inconnu", BounceClass.Hard)]
    [InlineData("552 5.2.2 Over quota", BounceClass.Soft)]
    [InlineData("550 5.1.1 mailbox full", BounceClass.Soft)]
    [InlineData("550 用户邮箱已满", BounceClass.Soft)]
    [InlineData("452 4.2.2 The recipient's inbox is out of storage space", BounceClass.Soft)]
    [InlineData("450 4.1.1 user unknown", BounceClass.Soft)]
    [InlineData("451 4.7.1 Greylisted, come back later", BounceClass.Soft)]
    [InlineData("554 5.4.6 Too many hops", BounceClass.Soft)]
    [InlineData("550 5.4.300 Message expired -> 451 timeout", BounceClass.Soft)]
    [InlineData("550 5.7.26 This mail has been blocked because the sender is unauthenticated", BounceClass.SenderFault)]
    [InlineData("550 5.7.515 Access denied, sending domain does not meet the required level", BounceClass.SenderFault)]
    [InlineData("554 5.7.1 <a@b.example>: Relay access denied", BounceClass.SenderFault)]
    [InlineData("550 5.1.8 <n@l.example>: Sender address rejected: Domain not found", BounceClass.SenderFault)]
    [InlineData("552 5.3.4 Message size exceeds fixed limit", BounceClass.SenderFault)]
    [InlineData("554 5.6.0 Bare newline in message body", BounceClass.SenderFault)]
    [InlineData("450 4.7.25 Client host rejected: cannot find your hostname", BounceClass.Soft)]
    [InlineData("550 5.7.25 Client host rejected: cannot find your hostname", BounceClass.SenderFault)]
    [InlineData("554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.example", BounceClass.Block)]
    [InlineData("550 5.7.1 Message rejected as spam", BounceClass.Block)]
    [InlineData("554 5.7.9 Message not accepted for policy reasons", BounceClass.SenderFault)]
    [InlineData("550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup", BounceClass.Block)]
    [InlineData("550 邮件被判定为垃圾邮件，拒收", BounceClass.Block)]
    [InlineData("550 User not a member of domain: <a@b.example>", BounceClass.Hard)]
    [InlineData("503 All recipients are invalid", BounceClass.Hard)]
    [InlineData("550 That recipient is not allowed", BounceClass.Hard)]
    [InlineData("550 <a@b.example>: Recipient address rejected: undeliverable address: unknown user", BounceClass.Hard)]
    [InlineData("mailbox has been blocked due to inactivity", BounceClass.Hard)]
    [InlineData("550 No one with that address here", BounceClass.Hard)]
    [InlineData("Nie ma takiego konta", BounceClass.Hard)]
    [InlineData("El usuario esta en estado: inactivo", BounceClass.Hard)]
    [InlineData("Adressat unbekannt oder Mailbox deaktiviert", BounceClass.Hard)]
    [InlineData("550 5.1.1 blocked.spam@b.example: no such user", BounceClass.Hard)]
    [InlineData("Benutzer hat zuviele Mails auf dem Server", BounceClass.Soft)]
    [InlineData("error writing message: File too large", BounceClass.Soft)]
    [InlineData("User has too many messages on the server", BounceClass.Soft)]
    [InlineData("Name service error: Host not found, try again", BounceClass.Soft)]
    [InlineData("The message has been removed from the queue.", BounceClass.Soft)]
    [InlineData("This account has been removed.", BounceClass.Hard)]
    [InlineData("550 a@b.example is not a local mailbox", BounceClass.Hard)]
    [InlineData("550 b.example is not a local domain", BounceClass.SenderFault)]
    [InlineData("550 Your IP address has been blocked", BounceClass.Block)]
    [InlineData("550 Your domain is not allowed to send here", BounceClass.Block)]
    [InlineData("local delivery failed: sh: filter: command not found", BounceClass.Soft)]
    [InlineData("500 Unauthorized relay msg rejected", BounceClass.SenderFault)]
    [InlineData("550 Verify mailfrom failed,blocked", BounceClass.SenderFault)]
    [InlineData("554 MAIL FROM [n@l.example] mismatches client IP", BounceClass.SenderFault)]
    [InlineData("550 Sender n@l.example has no A, AAAA, or MX DNS records", BounceClass.SenderFault)]
    [InlineData("Message bounced by administrator", BounceClass.Block)]
    [InlineData("554 (RTR:BL) Connecting IP: 192.0.2.1", BounceClass.Block)]
    [InlineData("550 Refused due to recipient preferences", BounceClass.Block)]
    [InlineData("554 5.7.1 rejected by our antispam service", BounceClass.Block)]
    [InlineData("550 message contains a virus.", BounceClass.Block)]
    [InlineData("551 5.7.1 <a@b.example>: Recipient address rejected: Delivery not authorized", BounceClass.Block)]
    public void Words_and_codes_tell_whose_trouble_it_is(string words, BounceClass expected) =>
        Assert.Equal(expected, BounceClassifier.Judge(words, null).Class);

    [Theory]
    [InlineData("5.1.1", BounceClass.Hard)]
    [InlineData("5.1.2", BounceClass.Hard)]
    [InlineData("5.2.2", BounceClass.Soft)]
    [InlineData("5.2.3", BounceClass.SenderFault)]
    [InlineData("5.3.4", BounceClass.SenderFault)]
    [InlineData("5.4.7", BounceClass.Soft)]
    [InlineData("5.6.1", BounceClass.SenderFault)]
    [InlineData("5.7.1", BounceClass.Block)]
    [InlineData("5.7.23", BounceClass.SenderFault)]
    [InlineData("4.7.23", BounceClass.Soft)]
    [InlineData("5.0.0", BounceClass.Soft)]
    public void Without_words_the_status_decides(string status, BounceClass expected)
    {
        var (verdict, code) = BounceClassifier.Judge("", StatusCodes.EnhancedAt(status, 0));

        Assert.Equal((expected, status), (verdict, code.ToString()));
    }

    [Fact]
    public void The_code_that_agrees_with_the_verdict_is_told() => Assert.Equal(
        new EnhancedCode(5, 2, 2),
        BounceClassifier.Judge("5.1.0 unknown error 550-'5.2.2 mailbox full'", new EnhancedCode(5, 0, 0)).Code);

    [Theory]
    [InlineData("host 5.1.1.10 said no")]
    [InlineData("version v5.1.1")]
    [InlineData("15.1.1")]
    public void An_ip_address_and_a_version_are_no_codes(string text) =>
        Assert.Empty(StatusCodes.Find(text).Enhanced);
}
