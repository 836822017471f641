using System.Text;
using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.UnitTests.Mail.Mime.Reading;

public sealed class MboxReaderTests
{
    private const string From = "From a@b.example Thu Nov 19 10:00:00 2026\n";
    private const string Big = "Subject: long\n\n0123456789012345678901234567890123456789";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData($"{From}A: 1\n\nx\n\n{From}B: 2\n\ny\n", "A: 1\n\nx\n|B: 2\n\ny")]
    [InlineData($"{From}A: 1\n\nx\n{From}no blank line before\n", $"A: 1\n\nx\n{From}no blank line before")]
    [InlineData($"{From}A: 1\n\nx\n\nFrom now on nothing is cut\n", "A: 1\n\nx\n\nFrom now on nothing is cut")]
    [InlineData($"{From}A: 1\r\n\r\nx\r\n\r\n{From}B: 2\r\n", "A: 1\r\n\r\nx\r\n|B: 2")]
    [InlineData($"{From}A: 1\n\n>From x\n>>From y\n> From z\n", "A: 1\n\nFrom x\n>From y\n> From z")]
    [InlineData("A: 1\n\na bare message\n", "A: 1\n\na bare message")]
    [InlineData($"{From}Content-Length: 1000\n\nx\n\n{From}B: 2\n", "Content-Length: 1000\n\nx\n|B: 2")]
    [InlineData("From MAILER-DAEMON Mon 1 Jan 2015 00:00:00 +0900\nA: 1\n", "A: 1")]
    [InlineData("", "")]
    public async Task Mailbox_is_cut_into_messages(string mbox, string expected) =>
        Assert.Equal(expected, string.Join('|', await ReadAsync(mbox, 1000, int.MaxValue)));

    [Fact]
    public async Task Message_beyond_the_limit_is_cut_off_and_the_next_one_is_read()
    {
        var mbox = $"{From}{Big}\n\n{From}B: 2\n";

        var messages = await ReadAsync(mbox, 60, int.MaxValue);

        Assert.Equal(["Subject: long\n\n0!", "B: 2"], [messages[0][..16] + messages[0][^1], messages[1]]);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(1000)]
    public async Task Any_cuts_of_the_file_give_the_same_messages(int limit)
    {
        var mbox = $"{From}A: 1\r\n\r\n>From x\r\n\r\n{From}{Big}\n\nFrom now on\n\n{From}B: 2\n\n\n{From}C: 3\n";
        var whole = await ReadAsync(mbox, limit, int.MaxValue);

        Assert.Equal(4, whole.Count);
        for (var chunk = 1; chunk < 130; chunk++)
            Assert.Equal(whole, await ReadAsync(mbox, limit, chunk));
    }

    /// <summary>An exclamation mark stands behind a message that was cut off.</summary>
    private static async Task<List<string>> ReadAsync(string mbox, int limit, int chunk)
    {
        var messages = new List<string>();
        await using var stream = new ChunkedStream(Encoding.Latin1.GetBytes(mbox), chunk);
        await foreach (var message in MboxReader.ReadAsync(stream, limit, Token))
            messages.Add(Encoding.Latin1.GetString(message.Octets.Span) + (message.IsTruncated ? "!" : ""));
        return messages;
    }
}
