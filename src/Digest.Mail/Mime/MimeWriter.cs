using System.Buffers;

namespace Digest.Mail.Mime;

/// <summary>
/// Writes a mail as RFC 5322 and MIME bytes: CRLF only, 7-bit, lines of at most 998 octets, the plain part before the
/// rich one (standards.md M1 to M7). The same message gives the same bytes, under any culture.
/// </summary>
/// <remarks>
/// Octets above 127 appear only in the address of a reader whose local part has letters beyond ASCII (RFC 6532); such
/// a mail needs SMTPUTF8.
/// </remarks>
public static class MimeWriter
{
    // RFC 5322 §3.6: these occur once and the message says them itself. Bcc is the envelope's business: a mail that
    // names its blind copies is none.
    private static readonly string[] OwnFields =
    [
        "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Date", "Message-ID", "In-Reply-To", "References",
        "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
    ];

    /// <exception cref="FormatException">A value cannot be written without breaking the header.</exception>
    public static byte[] Write(MailMessage message)
    {
        using var buffer = new PooledBuffer();
        Write(message, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">
    /// A value cannot be written without breaking the header; what the output holds by then is no mail.
    /// </exception>
    public static void Write(MailMessage message, IBufferWriter<byte> output) =>
        Write(message, output, static (mediaType, text) => new TextPart(mediaType, text));

    /// <summary>With text parts of the caller's own making.</summary>
    internal static void Write(
        MailMessage message, IBufferWriter<byte> output, Func<string, string, IMimePart> textPart)
    {
        var root = new MailTree(message, textPart).Root();
        var headers = new HeaderWriter(output);
        WriteAddresses(message, headers);
        headers.Add(HeaderField.Unstructured("Subject", message.Subject));
        headers.Add("Date", message.Date);
        headers.Add(HeaderField.MessageId("Message-ID", message.MessageId));
        WriteThread(message, headers);
        foreach (var field in message.Headers)
            headers.Add(RefuseOwn(field));
        headers.Add(HeaderField.Structured("MIME-Version", "1.0"));
        root.Write(output);
    }

    private static void WriteAddresses(MailMessage message, HeaderWriter headers)
    {
        headers.Add("From", message.From);
        if (message.Sender is not null)
            headers.Add("Sender", message.Sender);
        if (message.ReplyTo is not null)
            headers.Add("Reply-To", message.ReplyTo);
        headers.Add("To", message.To);
        headers.Add("Cc", message.Cc);
    }

    private static void WriteThread(MailMessage message, HeaderWriter headers)
    {
        if (message.InReplyTo is not null)
            headers.Add(HeaderField.Identified("In-Reply-To", [message.InReplyTo]));
        if (message.References.Count > 0)
            headers.Add(HeaderField.Identified("References", message.References));
    }

    private static HeaderField RefuseOwn(HeaderField field) =>
        OwnFields.Contains(field.Name, StringComparer.OrdinalIgnoreCase)
            ? throw new FormatException($"{field.Name} is a member of the message and cannot be added a second time")
            : field;
}
