using System.Security.Cryptography;
using Digest.Mail.Mime;
using Digest.Mail.Mime.Reading;

namespace Digest.IntegrationTests.Mail;

/// <summary>What a mail says of a file in it; the content is told by its SHA-256.</summary>
internal sealed record FileFacts(string Name, string Type, string Disposition, string Cid, string Hash)
{
    public static FileFacts Of(Attachment file) =>
        new(file.FileName, file.MediaType, "attachment", "", HashOf(file.Content));

    public static FileFacts Of(InlinePart part) =>
        new(part.FileName ?? "", part.MediaType, "inline", $"<{part.ContentId}>", HashOf(part.Content));

    public static FileFacts Of(MimeEntity part) => new(
        part.FileName ?? "",
        part.ContentType.MediaType,
        part.Disposition ?? "",
        part.Headers["Content-ID"] ?? "",
        HashOf(part.DecodeBody()));

    private static string HashOf(ReadOnlyMemory<byte> content) =>
        Convert.ToHexStringLower(SHA256.HashData(content.Span));
}
