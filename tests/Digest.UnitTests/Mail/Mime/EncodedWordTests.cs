using System.Buffers;
using System.Globalization;
using System.Text;
using Digest.Mail.Mime;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Mime;

public sealed class EncodedWordTests
{
    public static TheoryData<string> Vectors =>
    [
        "第六期", "髙𠮷", "葛󠄀城", "か\u3099行", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "ｶﾅ", "שלום עולם", "=?utf-8?Q?x?=",
        string.Concat(Enumerable.Repeat("社区动态", 250)), "e" + new string('\u0301', 400),
    ];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Words_are_short_and_give_the_text_back(string text) => Check(text);

    [Fact]
    public void Any_text_comes_back() => Prop
        .ForAll<string>(text =>
        {
            if (!string.IsNullOrEmpty(text) && HeaderRules.IsWellFormed(text))
                Check(text);
        })
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("葛󠄀")]
    [InlineData("か\u3099")]
    [InlineData("🇯🇵")]
    [InlineData("𠮷")]
    [InlineData("👍🏽")]
    public void A_word_never_ends_inside_a_grapheme(string grapheme)
    {
        var words = EncodedWord.Encode(string.Concat(Enumerable.Repeat(grapheme, 40)), 75);

        Assert.All(words, word => Assert.Equal(0, Decode(word).Length % grapheme.Length));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        Assert.Throws<FormatException>(() => EncodedWord.Encode("a\uD83D", 75));
        Assert.Throws<FormatException>(() => EncodedWord.Encode("\uDE00a", 75));
    }

    [Fact]
    public void Any_subject_comes_back_from_lines_of_76_columns() => Prop
        .ForAll(Subjects(), subject =>
        {
            var lines = HeaderOf(subject);

            Assert.All(lines, line => Assert.True(line.Length <= 76));
            Assert.Equal(subject, string.Concat(string.Concat(lines)[9..].Split(' ').Select(Decode)));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Mostly_ascii_is_quoted_and_the_rest_is_base64()
    {
        Assert.Equal(["=?utf-8?Q?caf=C3=A9_au_lait?="], EncodedWord.Encode("café au lait", 75));
        Assert.Equal(["=?utf-8?B?56ys5YWt5pyf?="], EncodedWord.Encode("第六期", 75));
    }

    /// <summary>Beginning with a letter beyond ASCII, so that they are encoded whatever follows.</summary>
    private static Arbitrary<string> Subjects() => Arb.From(
        from pieces in Gen.Elements<string>([.. Vectors.Select(row => row.Data), "a b", "x", "-", "\u3000", "Word "])
            .ListOf()
        select "社" + string.Concat(pieces) + "社");

    private static string[] HeaderOf(string subject)
    {
        var output = new ArrayBufferWriter<byte>();
        new HeaderWriter(output).Add(HeaderField.Unstructured("Subject", subject));
        return Encoding.ASCII.GetString(output.WrittenSpan).Split("\r\n")[..^1];
    }

    private static void Check(string text)
    {
        var words = EncodedWord.Encode(text, 67);

        Assert.Equal(text, string.Concat(words.Select(Decode)));
        Assert.True(words[0].Length <= 67);
        Assert.All(words, word => Assert.True(word.Length <= 75));
    }

    /// <summary>Throws if a word holds part of a character: each must decode by itself.</summary>
    private static string Decode(string word)
    {
        var body = word[10..^2];
        var octets = word[8] == 'B' ? Convert.FromBase64String(body) : Unquote(body);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets);
    }

    private static byte[] Unquote(string body)
    {
        var octets = new List<byte>();
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '=')
                octets.Add(byte.Parse(body.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            else
                octets.Add(body[i] == '_' ? (byte)' ' : (byte)body[i]);
            i += body[i] == '=' ? 2 : 0;
        }

        return [.. octets];
    }
}
