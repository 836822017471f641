using System.Text;
using Digest.Mail.Mime.Reading;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Mime.Reading;

public sealed class HostileMailTests
{
    // What the grammar turns on, so that random text meets every branch.
    private static readonly string[] Pieces =
    [
        "Content-Type: ", "multipart/mixed", "multipart/digest", "message/rfc822", "text/rfc822-headers",
        "; boundary=b", "; boundary=\"", "--b", "--b--",
        "--", "\n", "\r\n", "\r", "\n\n", " ", "\t", ":", ";", "=", "\"", "\\", "(",
        "<", ">", ",", "Content-Transfer-Encoding: ", "base64", "quoted-printable", "x-uuencode", "begin 644 x\n",
        "Subject: ", "=?utf-8?B?", "=?iso-2022-jp?Q?", "=?gb18030?b?", "?=", "=E5", "name*0*=utf-8''%E6", "; name*1=",
        "charset=", "utf-8", "\u00E5", "\u0000", "\u001B$B", "From ", ">From ", "Received: x", "AAAA", "@", "Date: ",
    ];

    [Fact]
    public void Any_octets_are_read_without_an_exception() => Prop
        .ForAll<byte[]>(octets => Exhaust(MimeReader.Read(octets ?? [])))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_order_of_what_mail_is_made_of_is_read_without_an_exception() => Prop
        .ForAll<int[]>(choices => Exhaust(MimeReader.Read(Encoding.Latin1.GetBytes(string.Concat(
            (choices ?? []).Select(choice => Pieces[(int)((uint)choice % Pieces.Length)]))))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(200));

    [Fact]
    public void Nesting_stops_at_the_limit()
    {
        var text = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\n", 5000));

        var message = MimeReader.Read(Encoding.Latin1.GetBytes(text), new MimeLimits { Depth = int.MaxValue });

        Assert.Equal(201, message.Descendants().Count());
        var defect = Assert.Single(message.Descendants().Last().Defects);
        Assert.StartsWith("Nested deeper", defect, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_stop_at_the_limit()
    {
        var parts = string.Concat(Enumerable.Repeat("--b\n\nx\n", 50));
        var text = $"Content-Type: multipart/mixed; boundary=b\n\n{parts}";

        var message = MimeReader.Read(Encoding.Latin1.GetBytes(text), new MimeLimits { Parts = 10 });

        Assert.Equal(10, message.Parts.Count);
        Assert.Contains(message.Defects, defect => defect.Contains("More parts", StringComparison.Ordinal));
    }

    [Fact]
    public void Header_stops_at_the_limit_and_the_body_is_still_found()
    {
        var text = string.Concat(Enumerable.Repeat("X: y\n", 50)) + " z\n\nbody";

        var fewer = MimeReader.Read(Encoding.Latin1.GetBytes(text), new MimeLimits { HeaderFields = 10 });
        var shorter = MimeReader.Read(Encoding.Latin1.GetBytes(text), new MimeLimits { HeaderOctets = 20 });

        Assert.Equal((10, "body"), (fewer.Headers.Count, fewer.DecodeText()));
        Assert.Equal((4, "body"), (shorter.Headers.Count, shorter.DecodeText()));
        Assert.Equal("y", fewer.Headers[9].Text);
        Assert.Single(shorter.Defects);
    }

    private static void Exhaust(MimeEntity message)
    {
        foreach (var part in message.Descendants())
        {
            Assert.True(part.DecodeBody().Length <= part.RawBody.Length);
            Assert.NotNull(part.DecodeText());
            Assert.NotNull(part.ContentType.Parameters);
            _ = (part.FileName, part.Disposition, part.Headers.Mailboxes("Subject"));
            _ = MessageIds.Read(part.Headers["Subject"]);
            MailDate.TryRead(part.Headers["Date"], out _);
            Assert.All(part.Headers, line => Assert.DoesNotContain('\n', line.Text));
            Assert.NotNull(MimeReader.ReadFieldGroups(part.RawBody));
        }
    }
}
