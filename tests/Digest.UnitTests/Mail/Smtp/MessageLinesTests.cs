using System.Text;
using Digest.Mail.Smtp;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp;

public sealed class MessageLinesTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("\r\n", true)]
    [InlineData("a\r\nb.c\r\n", true)]
    [InlineData("a\r\n.b\r\n", false)]
    [InlineData(".\r\n", false)]
    [InlineData("a", false)]
    [InlineData("a\r", false)]
    [InlineData("\na\r\n", false)]
    [InlineData("a\nb\r\n", false)]
    [InlineData("a\rb\r\n", false)]
    [InlineData("a\r\r\n", false)]
    [InlineData("a\r\n\n", false)]
    public void A_message_fit_for_data_needs_no_change(string message, bool isFit) =>
        Assert.Equal(isFit, MessageLines.AreSoundWithoutDots(Encoding.Latin1.GetBytes(message)));

    [Fact]
    public void A_dot_at_the_start_of_a_line_is_no_matter_for_bdat() =>
        Assert.True(MessageLines.AreSound(".a\r\n.\r\n"u8));

    [Fact]
    public void A_fault_is_found_wherever_it_stands()
    {
        // Longer than several vectors, so that the fault comes to lie on each of their edges.
        var sound = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0123456789abcdef0\r\n", 20)));
        Assert.True(MessageLines.AreSoundWithoutDots(sound));

        Assert.All(Enumerable.Range(0, sound.Length), at =>
        {
            var broken = sound.ToArray();
            broken[at] = broken[at] == '\n' ? (byte)'\r' : (byte)'\n';
            Assert.False(MessageLines.AreSoundWithoutDots(broken));
        });
    }

    [Fact]
    public void It_says_what_stuffing_would_do() => Prop
        .ForAll<byte[]>(octets =>
        {
            // Whole lines and a few faults among them, long enough for the vectors.
            byte[] message = [.. (octets ?? []).SelectMany(octet => (octet % 40) switch
            {
                0 => "."u8.ToArray(), 1 => "\r"u8.ToArray(), 2 => "\n"u8.ToArray(), _ => "text\r\nx.\r\n"u8.ToArray(),
            })];
            Assert.Equal(Stuffed(message).SequenceEqual(message), MessageLines.AreSoundWithoutDots(message));
        })
        .QuickCheckThrowOnFailure();

    private static byte[] Stuffed(byte[] message)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        var stuffer = new DotStuffer(output);
        stuffer.Write(message);
        stuffer.Complete();
        return output.WrittenSpan.ToArray();
    }
}
