using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// EUC-JP with the three octets of JIS X 0212. The runtime reads these in code page 20932 alone, in two octets; the
/// rest is code page 51932, which has the additions of NEC and IBM.
/// </summary>
internal sealed class EucJp(Encoding usual, Encoding additional) : DecodingOnly(usual.CodePage)
{
    private const byte ThreeOctets = 0x8F;

    protected override string Decode(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder(octets.Length);
        while (!octets.IsEmpty)
        {
            var next = octets.IndexOf(ThreeOctets);
            var run = next < 0 ? octets : octets[..next];
            text.Append(usual.GetString(run));
            octets = octets[run.Length..];
            if (octets.Length < 3)
            {
                text.Append('\uFFFD', octets.Length);
                break;
            }

            text.Append(additional.GetString([octets[1], (byte)(octets[2] & 0x7F)]));
            octets = octets[3..];
        }

        return text.ToString();
    }
}
