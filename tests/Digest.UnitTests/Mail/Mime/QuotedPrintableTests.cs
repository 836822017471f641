using System.Globalization;
using System.Text;
using Digest.Mail.Mime;
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
    public void Lines_are_encoded_as_the_rules_say(string line, string expected) =>
        Assert.Equal(expected + "\r\n", Encode(line + "\r\n"));

    [Fact]
    public void A_line_of_exactly_76_columns_stays_whole_and_one_more_is_broken()
    {
        Assert.Equal(new string('a', 76) + "\r\n", Encode(new string('a', 76) + "\r\n"));
        Assert.Equal(new string('a', 75) + "=\r\naa\r\n", Encode(new string('a', 77) + "\r\n"));
    }

    [Fact]
    public void Any_text_comes_back_and_no_line_is_too_long() => Prop
        .ForAll<string>(text =>
        {
            var source = LineEnds.ToCrLf(HeaderRules.IsWellFormed(text ?? "") ? text ?? "" : "half a pair");
            var encoded = Encode(source);
            Assert.Equal(source, Decode(encoded));
            Assert.All(encoded.Split("\r\n"), line => Assert.True(line.Length <= 76));
        })
        .QuickCheckThrowOnFailure();

    private static string Encode(string text) => QuotedPrintable.Encode(Encoding.UTF8.GetBytes(text));

    private static string Decode(string encoded)
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

        return Encoding.UTF8.GetString([.. octets]);
    }
}
