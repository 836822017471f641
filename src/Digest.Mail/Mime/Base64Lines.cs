using System.Text;

namespace Digest.Mail.Mime;

/// <summary>Base64 in lines of 76 columns (RFC 2045 §6.8).</summary>
internal static class Base64Lines
{
    private const int OctetsPerLine = 57;

    public static string Encode(ReadOnlySpan<byte> octets)
    {
        var result = new StringBuilder(octets.Length * 14 / 10);
        for (var start = 0; start < octets.Length; start += OctetsPerLine)
        {
            var line = octets.Slice(start, Math.Min(OctetsPerLine, octets.Length - start));
            result.Append(Convert.ToBase64String(line)).Append("\r\n");
        }

        return result.ToString();
    }
}
