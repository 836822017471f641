using System.Text.RegularExpressions;
using Digest.Deliver;
using Digest.Mail.Mime;
using Digest.Mail.Mime.Reading;
using Digest.Testing;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.IntegrationTests.Interop;

/// <summary>Dovecot understands the parts of a mail as they were meant.</summary>
public sealed partial class StructureTests(MailHostFixture mail)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_is_an_alternative_of_text_and_html()
    {
        var letter = SignedLetters.OfSampleIssue("shape@rcpt.example");

        var structure = await StructureAsync(letter);

        Assert.Equal(ImapShape.Of(MimeReader.Read(letter.Message)), ImapShape.Of(structure));
        Assert.StartsWith("alternative(text/plain base64 ", ImapShape.Of(structure));
    }

    [Fact]
    public async Task Images_and_attachments_lie_where_they_belong()
    {
        var letter = new OutgoingMail(
            "1",
            SignedLetters.Sender,
            EmailAddress.Parse("tree@rcpt.example"),
            MimeWriter.Write(Some.MailMessage() with
            {
                Inline = [new InlinePart("logo@news.example", "image/png", new byte[500])],
                Attachments = [new Attachment("図面 (最終版).pdf", "application/pdf", new byte[5000])],
            }));

        var structure = await StructureAsync(letter);

        Assert.Equal(ImapShape.Of(MimeReader.Read(letter.Message)), ImapShape.Of(structure));
        Assert.Equal(
            "mixed(alternative(text/plain, related(text/html, image/png)), application/pdf)",
            EncodingAndSize().Replace(ImapShape.Of(structure), ""));
        Assert.Contains("\"attachment\" (\"filename\" ", structure);
        Assert.Contains("%E5%9B%B3%E9%9D%A2", structure);
    }

    private async Task<string> StructureAsync(OutgoingMail letter)
    {
        var host = await mail.StartAsync();
        await mail.SendAsync(letter);
        var user = letter.Recipient.Value;
        await host.MailsAsync(user, 1, Token);
        return await ImapMailbox.StructureAsync(host.Ports.Imap, user, MailHost.Password, Token);
    }

    [GeneratedRegex(" (base64|quoted-printable) [0-9]+")]
    private static partial Regex EncodingAndSize();
}
