using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Mime;

public sealed class QuotedPrintableTests
{
    [Theory]
    [InlineData("a=b", "a=3Db")]
    [InlineData("end ", "end=20")]
    [InlineData("a\tb\t", "a\tb=09")]
    [InlineData(".", "=2E")]
    [InlineData("From here", "=46rom here")]
    [InlineData("é", "=C3=A9")]
    [InlineData("a\rb\nc\0", "a=0Db=0Ac=00")]
    public void Lines_are_encoded_as_the_rules_say(string line, string expected) =>
        Assert.Equal(expected + "\r\n", Encode(line + "\r\n"));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a\r\nb")]
    [InlineData("\r\n\r\n")]
    public void A_line_end_is_neither_added_nor_lost(string text) => Assert.Equal(text, Encode(text));

    [Fact]
    public void A_line_of_exactly_76_columns_stays_whole_and_one_more_is_broken()
    {
        Assert.Equal(new string('a', 76) + "\r\n", Encode(new string('a', 76) + "\r\n"));
        Assert.Equal(new string('a', 75) + "=\r\naa\r\n", Encode(new string('a', 77) + "\r\n"));
    }

    [Fact]
    public void Lines_that_a_soft_break_begins_are_guarded_too() =>
        Assert.Equal(new string('a', 75) + "=\r\n=2Eb", Encode(new string('a', 75) + ".b"));

    [Fact]
    public void Any_octets_come_back_and_no_line_is_too_long() => Prop
        .ForAll<byte[]>(CheckRoundTrip)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_lines_of_text_come_back_and_no_line_is_too_long() => Prop
        .ForAll<NonNull<string>[]>(pieces =>
        {
            var lines = pieces.Select(piece => string.Concat(Enumerable.Repeat(piece.Get, 30)));
            CheckRoundTrip(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
        })
        .QuickCheckThrowOnFailure();

    private static void CheckRoundTrip(byte[] octets)
    {
        var encoded = Encoded.QuotedPrintable(octets);
        Assert.Equal(octets, Decode(encoded));
        Assert.All(encoded.Split("\r\n"), line => Assert.True(line.Length <= 76));
        Assert.DoesNotContain(" \r\n", encoded, StringComparison.Ordinal);
        Assert.DoesNotContain("\t\r\n", encoded, StringComparison.Ordinal);
    }

    private static string Encode(string text) => Encoded.QuotedPrintable(Encoding.UTF8.GetBytes(text));

    private static byte[] Decode(string encoded)
    {
        var octets = new List<byte>();
        var text = encoded.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                octets.Add((byte)text[i]);
                continue;
            }

            octets.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            i += 2;
        }

        return [.. octets];
    }
}
