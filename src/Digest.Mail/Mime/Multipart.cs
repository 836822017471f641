using System.Buffers;
using System.Text;

namespace Digest.Mail.Mime;

/// <summary>
/// Parts between boundary lines (RFC 2046 §5.1.1). The type is that of the root, which multipart/related must name
/// (RFC 2387 §3.1).
/// </summary>
internal sealed record Multipart(string Subtype, string Boundary, IReadOnlyList<IMimePart> Parts, string? Type = null)
    : IMimePart
{
    public void Write(IBufferWriter<byte> output)
    {
        string[] type = Type is null ? [] : [$"type=\"{Type}\""];
        new HeaderWriter(output).Add("Content-Type", $"multipart/{Subtype}", [.. type, $"boundary=\"{Boundary}\""]);
        foreach (var part in Parts)
        {
            Encoding.ASCII.GetBytes($"\r\n--{Boundary}\r\n", output);
            part.Write(output);
        }

        Encoding.ASCII.GetBytes($"\r\n--{Boundary}--\r\n", output);
    }
}
