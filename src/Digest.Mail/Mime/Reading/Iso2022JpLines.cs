using System.Buffers;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// ISO-2022-JP returns to ASCII before the end of each line (RFC 1468). Where a line was cut before it did, the escape
/// is put in, or the runtime would take the rest of the text for kanji.
/// </summary>
internal static class Iso2022JpLines
{
    private static readonly SearchValues<byte> Signs = SearchValues.Create("\x1B\r\n"u8);

    public static ReadOnlySpan<byte> Close(ReadOnlySpan<byte> text)
    {
        ArrayBufferWriter<byte>? repaired = null;
        var isOpen = false;
        var copied = 0;
        for (var at = Next(text, 0); at < text.Length; at = Next(text, at + 1))
        {
            if (text[at] == 0x1B)
            {
                isOpen = at + 1 < text.Length && text[at + 1] == '$';
                continue;
            }

            if (!isOpen)
                continue;
            repaired ??= new ArrayBufferWriter<byte>(text.Length);
            repaired.Write(text[copied..at]);
            repaired.Write("\x1B(B"u8);
            copied = at;
            isOpen = false;
        }

        repaired?.Write(text[copied..]);
        return repaired is null ? text : repaired.WrittenSpan;
    }

    private static int Next(ReadOnlySpan<byte> text, int from)
    {
        var length = text[from..].IndexOfAny(Signs);
        return length < 0 ? text.Length : from + length;
    }
}
