using Digest.Mail.Mime.Reading;

namespace Digest.Gather.Mails;

/// <summary>Finds the parts of a mail that are meant to be read.</summary>
internal static class MailParts
{
    public static MimeEntity? Text(MimeEntity mail) => First(mail, "text/plain");

    public static MimeEntity? Html(MimeEntity mail) => First(mail, "text/html");

    /// <summary>The first mail that is attached to it.</summary>
    public static MimeEntity? Attached(MimeEntity mail) =>
        Own(mail).Select(part => part.Message).FirstOrDefault(message => message is not null);

    private static MimeEntity? First(MimeEntity mail, string type) => Own(mail).FirstOrDefault(part =>
        part.ContentType.MediaType == type && part.Disposition != "attachment" && !part.RawBody.IsEmpty);

    /// <summary>Its parts without those of mails attached to it.</summary>
    private static IEnumerable<MimeEntity> Own(MimeEntity part) => part.Parts.SelectMany(Own).Prepend(part);
}
