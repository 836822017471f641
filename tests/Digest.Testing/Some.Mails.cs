using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Digest.Testing;

public static partial class Some
{
    /// <summary>A mail to a list as Mailman 2 keeps it, without the line before it.</summary>
    public static string ListMail(
        string subject,
        string id = "one@anchor.example",
        string name = "Ann Keel",
        DateTimeOffset? date = null,
        string? answers = null,
        string body = "Some words about it.") => string.Concat(
            $"From: {id.Replace("@", " at ", StringComparison.Ordinal)} ({name})\n",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Date: {date ?? RunMoment.AddDays(-1):ddd, dd MMM yyyy HH:mm:ss} +0000\n"),
            $"Subject: {subject}\n",
            answers is null ? "" : $"In-Reply-To: <{answers}>\nReferences: <{answers}>\n",
            $"Message-ID: <{id}>\n\n{body}\n");

    /// <summary>Mails in one mailbox file, each below its own <c>From </c> line and above a blank one.</summary>
    public static string Mbox(params string[] mails) =>
        string.Concat(mails.Select(mail => $"From ann at anchor.example  Thu Nov 12 09:30:00 2026\n{mail}\n"));

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] octets)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(octets);
        return packed.ToArray();
    }
}
