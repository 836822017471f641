using System.Buffers;
using System.Globalization;
using System.Text;

namespace Digest.Mail.Smtp;

/// <summary>
/// The encodings of parameter values in SMTP: xtext (RFC 3461 §4), which writes <c>+</c>, <c>=</c> and what is not
/// printable as <c>+XX</c>, and its twin for Unicode addresses (RFC 6533 §3), which writes <c>\x{XXXX}</c>. Either is
/// free of spaces and line breaks whatever it is given.
/// </summary>
internal static class Xtext
{
    public static int Length(string text) => text.EnumerateRunes().Sum(rune =>
        rune.IsAscii && IsPlain((char)rune.Value) ? 1 : 3 * rune.Utf8SequenceLength);

    public static void Write(string text, IBufferWriter<byte> output)
    {
        Span<byte> octets = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            foreach (var octet in octets[..rune.EncodeToUtf8(octets)])
                Write(octet, output);
        }
    }

    public static int UnicodeLength(string text) => text.EnumerateRunes().Sum(rune => IsQuotable(rune)
        ? 1
        : Hex(rune).Length + @"\x{}".Length);

    /// <summary>The form that is ASCII only, so that it is right with and without SMTPUTF8.</summary>
    public static void WriteUnicode(string text, IBufferWriter<byte> output)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsQuotable(rune))
                Put((byte)rune.Value, output);
            else
                output.Write(Encoding.ASCII.GetBytes($@"\x{{{Hex(rune)}}}"));
        }
    }

    private static void Write(byte octet, IBufferWriter<byte> output)
    {
        if (IsPlain((char)octet))
        {
            Put(octet, output);
            return;
        }

        Put((byte)'+', output);
        Put(Hex(octet >> 4), output);
        Put(Hex(octet & 15), output);
    }

    private static bool IsPlain(char c) => c is > ' ' and <= '~' and not ('+' or '=');

    private static bool IsQuotable(Rune rune) => rune.IsAscii && IsPlain((char)rune.Value) && rune.Value != '\\';

    private static string Hex(Rune rune) => rune.Value.ToString("X", CultureInfo.InvariantCulture);

    private static byte Hex(int digit) => (byte)"0123456789ABCDEF"[digit];

    private static void Put(byte octet, IBufferWriter<byte> output)
    {
        output.GetSpan(1)[0] = octet;
        output.Advance(1);
    }
}
