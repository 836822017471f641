using System.Text;

namespace Digest.Mail.Mime;

/// <summary>One encoded text part: its header lines, an empty line, its body.</summary>
internal sealed record BodyPart(string Header, string Body)
{
    /// <summary>
    /// Where base64 becomes shorter than quoted-printable: at about 17 % of octets beyond ASCII (measured,
    /// standards.md M7). Base64 of plain ASCII would look like spam to filters.
    /// </summary>
    private const double Base64Share = 0.17;

    public static BodyPart Of(string mediaType, string text)
    {
        var lines = LineEnds.ToCrLf(text);
        var octets = Encoding.UTF8.GetBytes(lines);
        var useBase64 = octets.Count(octet => octet > 0x7F) > octets.Length * Base64Share;
        var name = useBase64 ? "base64" : "quoted-printable";
        var header = $"Content-Type: {mediaType}; charset=utf-8\r\nContent-Transfer-Encoding: {name}\r\n";
        return new BodyPart(header, useBase64 ? Base64Lines.Encode(octets) : QuotedPrintable.Encode(octets));
    }

    public bool Contains(string boundary) => Body.Contains(boundary, StringComparison.Ordinal);

    public override string ToString() => $"{Header}\r\n{Body}";
}
