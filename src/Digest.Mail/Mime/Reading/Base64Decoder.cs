using System.Buffers;
using System.Buffers.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Base64 (RFC 2045 §6.8) of any quality: characters outside the alphabet are passed over, missing padding is
/// supplied. After padding the text goes on only where whole groups follow: some senders pad every line, and some lists
/// put a plain footer below.
/// </summary>
internal static class Base64Decoder
{
    private static readonly SearchValues<byte> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    public static ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> text, out string? defect)
    {
        var kept = new byte[text.Length];
        var output = 0;
        defect = null;
        while (!text.IsEmpty)
        {
            var length = Gather(ref text, kept.AsSpan(output), ref defect);
            output += DecodeInPlace(kept.AsSpan(output), length, ref defect);
            var padding = text.IndexOfAnyExcept("=\r\n \t"u8);
            text = padding < 0 ? default : text[padding..];
            if (!text.IsEmpty && !GoesOn(text))
            {
                defect = Defect.BadBase64;
                break;
            }
        }

        return kept.AsMemory(0, output);
    }

    /// <summary>Takes the letters up to the next padding; the text is left where it begins.</summary>
    private static int Gather(ref ReadOnlySpan<byte> text, Span<byte> kept, ref string? defect)
    {
        var length = 0;
        while (!text.IsEmpty && text[0] != '=')
        {
            var run = text.IndexOfAnyExcept(Alphabet);
            run = run < 0 ? text.Length : run;
            text[..run].CopyTo(kept[length..]);
            length += run;
            text = text[run..];
            while (!text.IsEmpty && text[0] != '=' && !Alphabet.Contains(text[0]))
            {
                if (text[0] is not ((byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t'))
                    defect = Defect.BadBase64;
                text = text[1..];
            }
        }

        return length;
    }

    private static int DecodeInPlace(Span<byte> kept, int length, ref string? defect)
    {
        var rest = length % 4;
        Base64.DecodeFromUtf8InPlace(kept[..(length - rest)], out var written);
        if (rest == 0)
            return written;
        if (rest == 1)
        {
            defect = Defect.BadBase64;
            return written;
        }

        Span<byte> group = [(byte)'A', (byte)'A', (byte)'A', (byte)'A'];
        kept.Slice(length - rest, rest).CopyTo(group);
        Base64.DecodeFromUtf8InPlace(group, out _);
        group[..(rest - 1)].CopyTo(kept[written..]);
        return written + rest - 1;
    }

    private static bool GoesOn(ReadOnlySpan<byte> text)
    {
        var letters = text.IndexOfAnyExcept(Alphabet);
        return letters < 0 ? text.Length > 1 : letters > 1 && "=\r\n"u8.Contains(text[letters]);
    }
}
