using System.Text;
using Digest.Mail.Mime;
using Digest.Mail.Mime.Reading;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Mime;

/// <summary>What the writer writes, the reader reads back, whatever a mail says.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Every_field_comes_back() => ForAll((mail, read) =>
    {
        Assert.Equal(mail.Subject.Trim(' '), read.Headers["Subject"]);
        Assert.Equal(Pairs([mail.From]), Pairs(read, "From"));
        Assert.Equal(Pairs(mail.Sender is null ? [] : [mail.Sender]), Pairs(read, "Sender"));
        Assert.Equal(Pairs(mail.ReplyTo is null ? [] : [mail.ReplyTo]), Pairs(read, "Reply-To"));
        Assert.Equal(Pairs(mail.To), Pairs(read, "To"));
        Assert.Equal(Pairs(mail.Cc), Pairs(read, "Cc"));
        Assert.Equal([mail.MessageId], MessageIds.Read(read.Headers["Message-ID"]));
        Assert.Equal(mail.References, MessageIds.Read(read.Headers["References"]));
        Assert.Equal(mail.Date, MailDate.TryRead(read.Headers["Date"], out var date) ? date : default);
        Assert.Equal(mail.Headers[0].Value, read.Headers["X-Note"]);
    });

    [Fact]
    public void Every_text_comes_back() => ForAll((mail, read) =>
    {
        Assert.Equal(mail.Text is null ? null : Encoded.Lines(mail.Text), TextOf(read, "text/plain"));
        Assert.Equal(mail.Html is null ? null : Encoded.Lines(mail.Html), TextOf(read, "text/html"));
    });

    [Fact]
    public void Every_file_comes_back() => ForAll((mail, read) =>
    {
        var files = read.Descendants().Where(part => part.Disposition is not null).ToList();
        Assert.Equal(
            [.. mail.Inline.Select(part => part.FileName), .. mail.Attachments.Select(file => file.FileName)],
            files.Select(file => file.FileName));
        Assert.Equal(
            [.. mail.Inline.Select(part => Hex(part.Content)), .. mail.Attachments.Select(file => Hex(file.Content))],
            files.Select(file => Hex(file.DecodeBody())));
    });

    [Fact]
    public void No_reader_has_a_fault_to_find_and_no_line_is_too_long() => ForAll((mail, read) =>
    {
        var octets = MimeWriter.Write(mail);

        Assert.All(read.Descendants(), part => Assert.Empty(part.Defects));
        Assert.All(Encoding.ASCII.GetString(octets).Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        Assert.True(Ascii.IsValid(octets));
    });

    private static void ForAll(Action<MailMessage, MimeEntity> check) => Prop
        .ForAll(AnyMail.Arbitrary, mail => check(mail, MimeReader.Read(MimeWriter.Write(mail))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static IEnumerable<string> Pairs(IEnumerable<Mailbox> mailboxes) => mailboxes.Select(
        mailbox => $"{OneSpaced(mailbox.Name)}|{mailbox.Address.Value}");

    private static IEnumerable<string> Pairs(MimeEntity mail, string field) => mail.Headers.Mailboxes(field).Select(
        mailbox => $"{mailbox.Name}|{mailbox.Address}");

    /// <summary>A phrase is a row of words, and so has one space between them.</summary>
    private static string? OneSpaced(string? name) =>
        name is null ? null : string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string? TextOf(MimeEntity mail, string mediaType) => mail.Descendants()
        .FirstOrDefault(part => part.Disposition is null && part.ContentType.MediaType == mediaType)?.DecodeText();

    private static string Hex(ReadOnlyMemory<byte> octets) => Convert.ToHexString(octets.Span);
}
