using System.Text;
using Digest.Mail.Smtp;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp;

public sealed class SmtpReplyReaderTests
{
    [Fact]
    public async Task Lines_of_one_reply_are_gathered()
    {
        var reply = await ReadAsync("250-one\r\n250-two\r\n250 three\r\n");

        Assert.Equal((250, "250 one two three"), (reply.Code, reply.ToString()));
    }

    [Theory]
    [InlineData("550 5.1.1 no such user\r\n", 5, 1, 1)]
    [InlineData("450-4.2.1 busy\r\n450 4.2.1 later\r\n", 4, 2, 1)]
    public async Task The_enhanced_code_is_read(string text, int status, int subject, int detail)
    {
        var reply = await ReadAsync(text);

        Assert.Equal(new EnhancedCode(status, subject, detail), reply.Enhanced);
    }

    [Theory]
    [InlineData("550 4.1.1 says two things\r\n")]
    [InlineData("250 10.0.0.1 greets\r\n")]
    [InlineData("250\r\n")]
    [InlineData("250 5.1.1234 x\r\n")]
    public async Task Text_that_only_looks_like_a_code_is_none(string text) =>
        Assert.Null((await ReadAsync(text)).Enhanced);

    [Theory]
    [InlineData("hello\r\n")]
    [InlineData("2x0 a\r\n")]
    [InlineData("650 a\r\n")]
    [InlineData("250_a\r\n")]
    [InlineData("250-a\r\n550 b\r\n")]
    [InlineData("250-a\r\n")]
    [InlineData("25")]
    [InlineData("")]
    public async Task What_is_no_reply_breaks_the_connection(string text) =>
        await Assert.ThrowsAsync<SmtpConnectionException>(() => ReadAsync(text));

    [Fact]
    public async Task A_line_without_end_is_cut_off() =>
        await Assert.ThrowsAsync<SmtpConnectionException>(() => ReadAsync("250 " + new string('a', 10_000)));

    [Fact]
    public async Task A_reply_without_end_is_cut_off() => await Assert.ThrowsAsync<SmtpConnectionException>(
        () => ReadAsync(string.Concat(Enumerable.Repeat("250-a\r\n", 1000))));

    [Fact]
    public async Task Control_characters_do_not_reach_a_terminal()
    {
        var reply = await ReadAsync("550 \u001b[31mred\u0007\r\n");

        Assert.DoesNotContain(reply.ToString(), char.IsControl);
    }

    private static Task<SmtpReply> ReadAsync(string text) =>
        new SmtpReplyReader(new MemoryStream(Encoding.UTF8.GetBytes(text))).ReadAsync(CancellationToken.None);
}
