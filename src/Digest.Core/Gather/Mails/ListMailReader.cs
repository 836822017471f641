using System.Security.Cryptography;
using System.Text;
using Digest.Mail.Mime.Reading;

namespace Digest.Gather.Mails;

/// <summary>Reads a mail of an archive or a mailbox.</summary>
internal static class ListMailReader
{
    private const int LongestId = 400;

    // A mail to a list has few parts; what lies deeper is somebody's forwarded forward.
    private static readonly MimeLimits Limits = new() { Depth = 12, Parts = 300 };

    /// <param name="octets">One message, without the <c>From </c> line of its mailbox.</param>
    /// <param name="language">The language to guess a charset by, where the mail names none.</param>
    public static ListMail Read(ReadOnlyMemory<byte> octets, string? language) =>
        Of(MimeReader.Read(UndeclaredCharset.Declare(octets, language), Limits));

    public static ListMail Of(MimeEntity mail) => new()
    {
        Id = IdOf(mail),
        References = ReferencesOf(mail.Headers),
        Subject = MailSubject.Read(mail.Headers["Subject"] ?? ""),
        Author = MailAuthor.Read(mail.Headers),
        Date = MailDate.TryRead(mail.Headers["Date"], out var date) ? date : null,
        Entity = mail,
    };

    /// <summary>True if its sender asks that it be kept in no public place.</summary>
    public static bool IsPrivate(HeaderList headers) =>
        Says(headers["X-No-Archive"], "yes") || Says(headers["X-Archive"], "no")
        || Says(headers["Archive"], "no");

    private static bool Says(string? value, string word) =>
        value is not null && value.Trim().StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static string IdOf(MimeEntity mail)
    {
        if (MessageIds.Read(mail.Headers["Message-ID"]) is [{ Length: <= LongestId } id, ..])
            return id;

        var said = string.Join('\n', mail.Headers["Message-ID"], mail.Headers["Date"], mail.Headers["From"],
            mail.Headers["Subject"]);
        var hash = SHA256.HashData([.. Encoding.UTF8.GetBytes(said), .. mail.RawBody.Span]);
        return $"sha256:{Convert.ToHexStringLower(hash.AsSpan(0, 16))}";
    }

    /// <summary>RFC 5322 §3.6.4: the last of References is the parent, as In-Reply-To is.</summary>
    private static List<string> ReferencesOf(HeaderList headers) =>
    [
        .. MessageIds.Read(headers["In-Reply-To"]).Take(1)
            .Concat(MessageIds.Read(headers["References"]).Reverse())
            .Concat(MessageIds.Read(headers["In-Reply-To"]).Skip(1))
            .Distinct(StringComparer.Ordinal),
    ];
}
