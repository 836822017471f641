using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Where an encoded-word stands in a value: <c>=?charset*language?B?text?=</c>. Read more widely than RFC 2047 §2
/// allows: of any length, with spaces inside, and right after other text.
/// </summary>
internal readonly record struct EncodedWordReader(int Start, int CharsetEnd, int End)
{
    private const int MaxCharset = 80;

    private int TextStart => CharsetEnd + 3;

    /// <summary>The next word at or after a position; all the words of a value are found in one pass.</summary>
    public static bool TryFind(ReadOnlySpan<byte> value, int from, out EncodedWordReader word)
    {
        word = default;
        while (from < value.Length)
        {
            var start = value[from..].IndexOf("=?"u8);
            if (start < 0)
                return false;

            start += from;
            from = start + 2;
            var text = TextOf(value, from);
            if (text < 0)
                continue;

            // Not beyond the start of the next: a text of starts without ends is still read in one pass. The three
            // octets let an equals sign be padding before the end.
            var next = value[text..].IndexOf("=?"u8);
            var limit = next < 0 ? value.Length : Math.Min(value.Length, text + next + 3);
            var length = value[text..limit].IndexOf("?="u8);
            if (length < 0)
                continue;

            word = new EncodedWordReader(start, text - 3, text + length + 2);
            return true;
        }

        return false;
    }

    public Encoding? CharsetOf(ReadOnlySpan<byte> value)
    {
        var name = value[(Start + 2)..CharsetEnd];
        var language = name.IndexOf((byte)'*');
        return Charsets.Find(Encoding.ASCII.GetString(language < 0 ? name : name[..language]));
    }

    public byte[] Decode(ReadOnlySpan<byte> value)
    {
        var text = value[TextStart..(End - 2)];
        return (value[CharsetEnd + 1] | 0x20) == 'q'
            ? QuotedPrintableDecoder.DecodeWord(text)
            : Base64Decoder.Decode(text, out _).ToArray();
    }

    /// <summary>Where the text of a word begins whose charset begins here, or -1.</summary>
    private static int TextOf(ReadOnlySpan<byte> value, int charset)
    {
        var name = value.Slice(charset, Math.Min(MaxCharset, value.Length - charset));
        var end = name.IndexOfAny("? \t"u8);
        if (end <= 0 || name[end] != '?' || charset + end + 2 >= value.Length)
            return -1;

        end += charset;
        return (value[end + 1] | 0x20) is 'q' or 'b' && value[end + 2] == '?' ? end + 3 : -1;
    }
}
