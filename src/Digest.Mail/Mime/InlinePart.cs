namespace Digest.Mail.Mime;

/// <summary>
/// Something the HTML of a mail shows, mostly an image: <c>&lt;img src="cid:…"&gt;</c> (RFC 2387, RFC 2392).
/// </summary>
public sealed record InlinePart
{
    /// <param name="contentId">Without angle brackets: <c>logo.1@news.example</c>; once in a mail.</param>
    /// <param name="mediaType"><c>type/subtype</c>; neither <c>message/*</c> nor <c>multipart/*</c>.</param>
    /// <param name="content">Arrives octet for octet; it must stay as it is until the mail is written.</param>
    /// <param name="fileName">For readers who save it; as for an attachment.</param>
    /// <exception cref="FormatException">One of them cannot be sent; the message says which and why.</exception>
    public InlinePart(string contentId, string mediaType, ReadOnlyMemory<byte> content, string? fileName = null)
    {
        HeaderRules.CheckMessageId("Content-ID", contentId);
        PartRules.CheckMediaType(mediaType);
        if (PartRules.IsMessage(mediaType))
            throw new FormatException("A mail inside a mail is an attachment and not an inline part");
        if (fileName is not null)
            PartRules.CheckFileName(fileName);
        ContentId = contentId;
        MediaType = mediaType;
        Content = content;
        FileName = fileName;
    }

    public string ContentId { get; }

    public string MediaType { get; }

    public ReadOnlyMemory<byte> Content { get; }

    public string? FileName { get; }

    /// <summary>What the HTML refers to it by: percent-encoded, without brackets (RFC 2392 §2).</summary>
    public string Url => "cid:" + Uri.EscapeDataString(ContentId).Replace("%40", "@", StringComparison.Ordinal);
}
