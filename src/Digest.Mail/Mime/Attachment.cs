namespace Digest.Mail.Mime;

/// <summary>
/// A file that goes with a mail. What it holds was looked at when it was made, so nothing here can break a header.
/// </summary>
public sealed record Attachment
{
    /// <param name="fileName">In any language, without a path; at most 200 characters.</param>
    /// <param name="mediaType">
    /// <c>type/subtype</c>. A <c>message/*</c> cannot be put in base64 (RFC 2046 §5.2.1), so its content must be 7-bit
    /// lines of at most 998 octets, and its line ends are made CRLF; a <c>multipart/*</c> is refused.
    /// </param>
    /// <param name="content">Arrives octet for octet; it must stay as it is until the mail is written.</param>
    /// <exception cref="FormatException">One of the three cannot be sent; the message says which and why.</exception>
    public Attachment(string fileName, string mediaType, ReadOnlyMemory<byte> content)
    {
        PartRules.CheckFileName(fileName);
        PartRules.CheckMediaType(mediaType);
        if (PartRules.IsMessage(mediaType))
            PartRules.CheckSevenBit(content.Span);
        FileName = fileName;
        MediaType = mediaType;
        Content = content;
    }

    public string FileName { get; }

    public string MediaType { get; }

    public ReadOnlyMemory<byte> Content { get; }
}
