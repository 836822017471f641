using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// The text of a field's value: unfolded (RFC 5322 §2.2.3), encoded-words undone (RFC 2047) wherever they stand, raw
/// octets beyond ASCII read as UTF-8 (RFC 6532) or as what they look like.
/// </summary>
internal static class HeaderText
{
    private const byte Escape = 0x1B;

    public static string Decode(ReadOnlySpan<byte> raw, Func<Encoding?>? fallback)
    {
        var value = Join(raw).Trim(" \t"u8);
        if (!IsPlain(value))
            return Decode(value, TextGuess.OfHeader(value, fallback));
        return value.IndexOf("=?"u8) < 0 ? Encoding.ASCII.GetString(value) : Decode(value, Encoding.ASCII);
    }

    public static string Unfold(ReadOnlySpan<byte> raw, Func<Encoding?>? fallback)
    {
        var value = Join(raw).Trim(" \t"u8);
        return (IsPlain(value) ? Encoding.ASCII : TextGuess.OfHeader(value, fallback)).GetString(value);
    }

    /// <summary>Undoes the encoded-words of a text that was unfolded before.</summary>
    public static string Decode(string value) => value.Contains("=?", StringComparison.Ordinal)
        ? Decode(Encoding.UTF8.GetBytes(value), Encoding.UTF8)
        : value;

    /// <summary>Without its line ends; the space after each is part of the text.</summary>
    public static ReadOnlySpan<byte> Join(ReadOnlySpan<byte> raw)
    {
        if (!raw.ContainsAny((byte)'\r', (byte)'\n'))
            return raw;

        var joined = new byte[raw.Length];
        var length = 0;
        while (!raw.IsEmpty)
        {
            var end = raw.IndexOfAny((byte)'\r', (byte)'\n');
            end = end < 0 ? raw.Length : end;
            raw[..end].CopyTo(joined.AsSpan(length));
            length += end;
            raw = raw[Math.Min(end + 1, raw.Length)..];
        }

        return joined.AsSpan(0, length);
    }

    private static bool IsPlain(ReadOnlySpan<byte> value) => Ascii.IsValid(value) && !value.Contains(Escape);

    private static string Decode(ReadOnlySpan<byte> value, Encoding plain)
    {
        var text = new EncodedText(value.Length);
        var at = 0;
        var isAfterWord = false;
        for (var search = 0; EncodedWordReader.TryFind(value, search, out var word); search = at = word.End)
        {
            // White space between two words is not part of the text (RFC 2047 §6.2).
            var gap = value[at..word.Start];
            if (!isAfterWord || gap.ContainsAnyExcept(" \t"u8))
                text.Add(gap, plain);
            text.Add(word.Decode(value), word.CharsetOf(value));
            isAfterWord = true;
        }

        text.Add(value[at..], plain);
        return text.ToString();
    }
}
