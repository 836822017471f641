using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Digest.Mail.Mime;

/// <summary>
/// Octets that arrive as they are: in base64 even where they are text, because readers are known that change the line
/// ends of quoted-printable. A mail inside a mail stands as it is (RFC 2046 §5.2.1).
/// </summary>
internal sealed record FilePart(string MediaType, ReadOnlyMemory<byte> Content) : IMimePart
{
    public static FilePart Of(Attachment file) => new(file.MediaType, file.Content)
    {
        Disposition = "attachment",
        FileName = file.FileName,
    };

    public static FilePart Of(InlinePart part) => new(part.MediaType, part.Content)
    {
        Disposition = "inline",
        FileName = part.FileName,
        ContentId = part.ContentId,
    };

    public required string Disposition { get; init; }

    public string? FileName { get; init; }

    public string? ContentId { get; init; }

    public void Write(IBufferWriter<byte> output)
    {
        var headers = new HeaderWriter(output);
        headers.Add("Content-Type", MediaType, IsUtf8Text() ? ["charset=utf-8"] : []);
        headers.Add("Content-Disposition", Disposition, FileNameParameter.Of(FileName));
        if (ContentId is not null)
            headers.Add(HeaderField.MessageId("Content-ID", ContentId));

        if (PartRules.IsMessage(MediaType))
            WriteVerbatim(output);
        else
            EncodedBody.Write(Content.Span, useBase64: true, output);
    }

    private void WriteVerbatim(IBufferWriter<byte> output)
    {
        output.Write("Content-Transfer-Encoding: 7bit\r\n\r\n"u8);
        LineEnds.Write(Encoding.ASCII.GetString(Content.Span), output);
    }

    private bool IsUtf8Text() => PartRules.IsText(MediaType) && Utf8.IsValid(Content.Span);
}
