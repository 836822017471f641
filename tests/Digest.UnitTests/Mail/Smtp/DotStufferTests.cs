using System.Buffers;
using System.Text;
using Digest.Mail.Smtp;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp;

public sealed class DotStufferTests
{
    [Theory]
    [InlineData("", ".\r\n")]
    [InlineData(".", "..\r\n.\r\n")]
    [InlineData("a\r\n.\r\nb\r\n", "a\r\n..\r\nb\r\n.\r\n")]
    [InlineData("no end", "no end\r\n.\r\n")]
    public void Dots_at_line_starts_are_doubled(string message, string expected) =>
        Assert.Equal(expected, Text(Stuff([Encoding.Latin1.GetBytes(message)])));

    [Theory]
    [InlineData("a\n.\nMAIL FROM:<x>\n")]
    [InlineData("a\r.\rMAIL FROM:<x>\r")]
    [InlineData("a\r\n.\nMAIL FROM:<x>\r\n")]
    [InlineData("a\n.\r\nMAIL FROM:<x>\r\n")]
    [InlineData("a\r\r\n.\r\r\nMAIL FROM:<x>\r\n")]
    public void CVE_2023_51764_no_spelling_of_a_line_end_smuggles_an_end_of_data(string message)
    {
        var stuffed = Text(Stuff([Encoding.Latin1.GetBytes(message)]));

        Assert.Equal(stuffed.Length - 5, stuffed.IndexOf("\r\n.\r\n", StringComparison.Ordinal));
        Assert.DoesNotContain('\n', stuffed.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', stuffed.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Stuffing_then_unstuffing_is_identity_for_any_octets_and_any_cuts() => Prop
        .ForAll<byte[], int>((octets, seed) =>
        {
            // Dots and line ends are what matters, so most octets become one of them.
            byte[] message = [.. (octets ?? []).Select(octet => (octet % 5) switch
            {
                0 => (byte)'.', 1 => (byte)'\r', 2 => (byte)'\n', _ => octet,
            })];
            var whole = Stuff([message]);

            Assert.Equal(whole, Stuff(message.Chunk(Math.Abs(seed % 7) + 1)));
            Assert.Equal(Normalize(Text(message)), Unstuff(Text(whole)));
        })
        .QuickCheckThrowOnFailure();

    private static byte[] Stuff(IEnumerable<byte[]> chunks)
    {
        var output = new ArrayBufferWriter<byte>();
        var stuffer = new DotStuffer(output);
        foreach (var chunk in chunks)
            stuffer.Write(chunk);
        stuffer.Complete();
        output.Write(".\r\n"u8);
        return output.WrittenSpan.ToArray();
    }

    private static string Unstuff(string wire)
    {
        Assert.EndsWith(".\r\n", wire, StringComparison.Ordinal);
        var lines = wire[..^3].Split("\r\n");
        return string.Join("\r\n", lines.Select(line => line.StartsWith('.') ? line[1..] : line));
    }

    private static string Normalize(string text)
    {
        var result = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            .Replace("\n", "\r\n", StringComparison.Ordinal);
        return result.Length == 0 || result.EndsWith('\n') ? result : result + "\r\n";
    }

    private static string Text(byte[] octets) => Encoding.Latin1.GetString(octets);
}
