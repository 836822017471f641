using System.Buffers;
using System.Security.Cryptography;
using System.Text;

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
    private static readonly string[] OwnFields =
    [
        "From", "Reply-To", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding",
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
        Write(message, output, BodyPart.Write);

    /// <summary>Leaves each text part, its header lines included, to another writer.</summary>
    internal static void Write(
        MailMessage message, IBufferWriter<byte> output, Action<string, string, IBufferWriter<byte>> writeText)
    {
        WriteHeaders(message, new HeaderWriter(output));
        if (message.Html is null)
        {
            writeText("text/plain", message.Text, output);
            return;
        }

        var boundary = Boundary(message.MessageId);
        output.Write(Encoding.ASCII.GetBytes(
            $"Content-Type: multipart/alternative;\r\n boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n"));
        writeText("text/plain", message.Text, output);
        output.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}\r\n"));
        writeText("text/html", message.Html, output);
        output.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"));
    }

    private static void WriteHeaders(MailMessage message, HeaderWriter headers)
    {
        headers.Add("From", message.From);
        if (message.ReplyTo is not null)
            headers.Add("Reply-To", message.ReplyTo);
        headers.Add("To", message.To);
        headers.Add(HeaderField.Unstructured("Subject", message.Subject));
        headers.Add("Date", message.Date);
        headers.Add(MessageIdField(message.MessageId));
        foreach (var field in message.Headers)
            headers.Add(RefuseOwn(field));
        headers.Add(HeaderField.Structured("MIME-Version", "1.0"));
    }

    internal static HeaderField MessageIdField(string id)
    {
        if (id.Count(c => c == '@') != 1 || id[0] == '@' || id[^1] == '@')
            throw new FormatException("A Message-ID has the form unique@domain (RFC 5322 §3.6.4)");
        HeaderRules.CheckToken(id);
        return HeaderField.Structured("Message-ID", $"<{id}>");
    }

    /// <summary>RFC 5322 §3.6: these fields occur once, and the message says them itself.</summary>
    private static HeaderField RefuseOwn(HeaderField field) =>
        OwnFields.Contains(field.Name, StringComparer.OrdinalIgnoreCase)
            ? throw new FormatException($"{field.Name} is a member of the message and cannot be added a second time")
            : field;

    /// <summary>
    /// Absent from every part because its first two characters, <c>=_</c>, can stand neither in base64 nor in
    /// quoted-printable (RFC 2046 §5.1.1).
    /// </summary>
    private static string Boundary(string seed)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"0:{seed}"));
        return "=_" + Convert.ToHexStringLower(hash.AsSpan(0, 15));
    }
}
