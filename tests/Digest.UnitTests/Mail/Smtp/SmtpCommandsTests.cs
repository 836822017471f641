using System.Text;
using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp;

public sealed class SmtpCommandsTests
{
    private static readonly SmtpFeatures Everything = new() { Size = true, EightBitMime = true, SmtpUtf8 = true };

    [Fact]
    public void A_plain_message_asks_for_nothing_but_its_size() =>
        Assert.Equal("MAIL FROM:<a@x.example> SIZE=12\r\n", Mail("a@x.example", Everything, isEightBit: false));

    [Fact]
    public void Eight_bits_are_announced_where_there_are_any() => Assert.Equal(
        "MAIL FROM:<a@x.example> SIZE=12 BODY=8BITMIME\r\n", Mail("a@x.example", Everything, isEightBit: true));

    [Fact]
    public void An_address_beyond_ascii_asks_for_smtputf8() => Assert.Equal(
        "MAIL FROM:<用户@x.example> SIZE=12 SMTPUTF8\r\n", Mail("用户@x.example", Everything, isEightBit: false));

    [Fact]
    public void No_sender_is_written_as_an_empty_path() =>
        Assert.Equal("MAIL FROM:<>\r\n", Mail(null, SmtpFeatures.None, isEightBit: false));

    [Fact]
    public void A_chunk_says_its_octets()
    {
        var commands = new SmtpCommands();
        commands.Chunk(1234567);

        Assert.Equal("BDAT 1234567 LAST\r\n", Text(commands));
    }

    private static string Mail(string? sender, SmtpFeatures features, bool isEightBit)
    {
        var commands = new SmtpCommands();
        var envelope = new SmtpEnvelope(
            sender is null ? null : EmailAddress.Parse(sender), EmailAddress.Parse("b@x.example"));
        commands.Mail(envelope, features, 12, isEightBit);
        return Text(commands);
    }

    private static string Text(SmtpCommands commands) => Encoding.UTF8.GetString(commands.Octets.Span);
}
