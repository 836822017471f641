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

    [Fact]
    public void A_word_never_ends_inside_an_emoji_sequence()
    {
        var family = "👩‍👩‍👧‍👦";
        var words = EncodedWord.Encode(string.Concat(Enumerable.Repeat(family, 8)), 75);

        Assert.All(words, word => Assert.Equal(0, Decode(word).Length % family.Length));
    }

    [Fact]
    public void Mostly_ascii_is_quoted_and_the_rest_is_base64()
    {
        Assert.Equal(["=?utf-8?Q?caf=C3=A9_au_lait?="], EncodedWord.Encode("café au lait", 75));
        Assert.Equal(["=?utf-8?B?56ys5YWt5pyf?="], EncodedWord.Encode("第六期", 75));
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
