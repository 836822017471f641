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
        var headers = Headers(message);
        var text = BodyPart.Of("text/plain", message.Text);
        if (message.Html is null)
            return Encoding.UTF8.GetBytes(headers + text.ToString());

        var html = BodyPart.Of("text/html", message.Html);
        var boundary = Boundary(message.MessageId, text, html);
        var all = new StringBuilder()
            .Append(headers)
            .Append("Content-Type: multipart/alternative;\r\n boundary=\"").Append(boundary).Append("\"\r\n\r\n")
            .Append("--").Append(boundary).Append("\r\n").Append(text).Append("\r\n")
            .Append("--").Append(boundary).Append("\r\n").Append(html).Append("\r\n")
            .Append("--").Append(boundary).Append("--\r\n");
        return Encoding.UTF8.GetBytes(all.ToString());
    }

    private static string Headers(MailMessage message)
    {
        var headers = new HeaderWriter();
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
        return headers.ToString();
    }

    private static HeaderField MessageIdField(string id)
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
    /// The pair <c>=_</c> cannot stand in base64 or quoted-printable, so a collision cannot happen; it is looked for
    /// all the same, because a boundary inside a part would cut the mail in two (RFC 2046 §5.1.1).
    /// </summary>
    private static string Boundary(string seed, BodyPart text, BodyPart html)
    {
        for (var round = 0; ; round++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{round}:{seed}"));
            var boundary = "=_" + Convert.ToHexStringLower(hash.AsSpan(0, 15));
            if (!text.Contains(boundary) && !html.Contains(boundary))
                return boundary;
        }
    }
}
