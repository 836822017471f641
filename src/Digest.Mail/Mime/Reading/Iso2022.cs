using System.Buffers;
using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// ISO-2022-JP with its relatives: JIS X 0201 and 0212, and in ISO-2022-JP-2 (RFC 1554) GB 2312, KS C 5601 and the
/// right halves of ISO 8859-1 and -7. Each set is read as what it is in EUC. A line begins in ASCII (RFC 1468): one
/// that was cut off leaves the next alone.
/// </summary>
internal sealed class Iso2022(int codePage, Func<string, Encoding> named) : DecodingOnly(codePage)
{
    private const byte Escape = 0x1B;
    private static readonly SearchValues<byte> Signs = SearchValues.Create("\x1B\r\n"u8);

    // Longer ones first where one begins another.
    private static readonly (byte[] Sequence, string Charset)[] Sets =
    [
        ("$(B"u8.ToArray(), "eucjp"), ("$(@"u8.ToArray(), "eucjp"), ("$(D"u8.ToArray(), "eucjp0212"),
        ("$(C"u8.ToArray(), "euckr"), ("$(A"u8.ToArray(), "gb2312"), ("$@"u8.ToArray(), "eucjp"),
        ("$B"u8.ToArray(), "eucjp"), ("$A"u8.ToArray(), "gb2312"), ("(B"u8.ToArray(), ""), ("(J"u8.ToArray(), ""),
        ("(I"u8.ToArray(), "sjis"), (".A"u8.ToArray(), "iso88591"), (".F"u8.ToArray(), "iso88597"),
    ];

    protected override string Decode(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder(octets.Length);
        var (set, single) = ("", "iso88591");
        while (!octets.IsEmpty)
        {
            var end = octets.IndexOfAny(Signs);
            var run = end < 0 ? octets : octets[..end];
            text.Append(Decode(run, set));
            octets = octets[run.Length..];
            if (octets.IsEmpty)
                break;

            var taken = 1;
            if (octets[0] != Escape)
                (set, _) = ("", text.Append((char)octets[0]));
            else if (octets.Length > 2 && octets[1] == 'N')
                taken = Append(text, octets[2], single);
            else if (SetOf(octets[1..]) is var (length, charset))
            {
                taken += length;
                (set, single) = octets[1] == '.' ? (set, charset) : (charset, single);
            }
            else
                text.Append((char)Escape);

            octets = octets[taken..];
        }

        return text.ToString();
    }

    /// <summary>One character of the set for single shifts, behind its escape.</summary>
    private int Append(StringBuilder text, byte octet, string charset)
    {
        text.Append(named(charset).GetString([(byte)(octet | 0x80)]));
        return 3;
    }

    private static (int Length, string Charset)? SetOf(ReadOnlySpan<byte> rest)
    {
        foreach (var (sequence, charset) in Sets)
            if (rest.StartsWith(sequence))
                return (sequence.Length, charset);
        return null;
    }

    private string Decode(ReadOnlySpan<byte> run, string set)
    {
        if (run.IsEmpty)
            return "";
        if (set.Length == 0)
            return named("sjis").GetString(run);

        var is0212 = set == "eucjp0212";
        var octets = new List<byte>(run.Length);
        foreach (var octet in run)
        {
            if (is0212 && octet > ' ' && octets.Count % 3 == 0)
                octets.Add(0x8F);
            octets.Add(octet > ' ' ? (byte)(octet | 0x80) : octet);
        }

        return named(is0212 ? "eucjp" : set).GetString([.. octets]);
    }
}
