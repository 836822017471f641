using System.Text;
using Digest.Mail.Smtp;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp;

public sealed class SmtpReplyParserTests
{
    [Fact]
    public void Lines_of_one_reply_are_gathered()
    {
        var reply = Read("250-one\r\n250-two\r\n250 three\r\n");

        Assert.Equal((250, "250 one two three"), (reply.Code, reply.ToString()));
    }

    [Theory]
    [InlineData("550 5.1.1 no such user\r\n", 5, 1, 1)]
    [InlineData("450-4.2.1 busy\r\n450 4.2.1 later\r\n", 4, 2, 1)]
    public void The_enhanced_code_is_read(string text, int status, int subject, int detail)
    {
        var reply = Read(text);

        Assert.Equal(new EnhancedCode(status, subject, detail), reply.Enhanced);
    }

    [Theory]
    [InlineData("550 4.1.1 says two things\r\n")]
    [InlineData("250 10.0.0.1 greets\r\n")]
    [InlineData("250\r\n")]
    [InlineData("250 5.1.1234 x\r\n")]
    public void Text_that_only_looks_like_a_code_is_none(string text) =>
        Assert.Null(Read(text).Enhanced);

    [Theory]
    [InlineData("hello\r\n")]
    [InlineData("2x0 a\r\n")]
    [InlineData("650 a\r\n")]
    [InlineData("250_a\r\n")]
    [InlineData("250-a\r\n550 b\r\n")]
    public void What_is_no_reply_breaks_the_connection(string text) =>
        Assert.Throws<SmtpConnectionException>(() => TryRead(text));

    [Theory]
    [InlineData("250-a\r\n")]
    [InlineData("25")]
    [InlineData("250 a\r")]
    [InlineData("")]
    public void What_is_no_whole_reply_waits_for_more(string text) => Assert.Null(TryRead(text));

    [Fact]
    public void A_line_without_end_is_cut_off() =>
        Assert.Throws<SmtpConnectionException>(() => TryRead("250 " + new string('a', 10_000)));

    [Fact]
    public void A_reply_without_end_is_cut_off() => Assert.Throws<SmtpConnectionException>(
        () => TryRead(string.Concat(Enumerable.Repeat("250-a\r\n", 1000))));

    [Fact]
    public void Control_characters_do_not_reach_a_terminal()
    {
        var reply = Read("550 \u001b[31mred\u0007\r\n");

        Assert.DoesNotContain(reply.ToString(), char.IsControl);
    }

    /// <summary>Whole, and octet by octet: what comes out must be the same. Null if no reply is complete.</summary>
    private static SmtpReply? TryRead(string text)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        var reply = Feed(octets, int.MaxValue);
        Assert.Equal(reply?.ToString(), Feed(octets, 1)?.ToString());
        return reply;
    }

    private static SmtpReply Read(string text) => Assert.IsType<SmtpReply>(TryRead(text));

    private static SmtpReply? Feed(byte[] octets, int size)
    {
        var parser = new SmtpReplyParser();
        foreach (var chunk in octets.Chunk(size))
        {
            foreach (var part in chunk.Chunk(parser.Space().Length))
            {
                part.CopyTo(parser.Space());
                parser.Add(part.Length);
                if (parser.TryTake(out var reply))
                    return reply;
            }
        }

        return null;
    }
}
