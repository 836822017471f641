using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Digest.Mail.Mime;
using Digest.Mail.Mime.Reading;

namespace Digest.IntegrationTests.Mail;

/// <summary>What a mail says, in the form in which every parser reports it: one line of JSON.</summary>
internal sealed record MailFacts(
    string Subject,
    IReadOnlyList<string[]> From,
    IReadOnlyList<string[]> ReplyTo,
    IReadOnlyList<string[]> To,
    IReadOnlyList<string[]> Cc,
    string Date,
    string MessageId,
    string Text,
    string Html,
    IReadOnlyList<FileFacts> Files)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static MailFacts Of(MailMessage mail) => new(
        mail.Subject,
        Pairs([mail.From]),
        Pairs(mail.ReplyTo is null ? [] : [mail.ReplyTo]),
        Pairs(mail.To),
        Pairs(mail.Cc),
        Utc(mail.Date),
        $"<{mail.MessageId}>",
        mail.Text ?? "",
        mail.Html ?? "",
        [.. mail.Inline.Select(FileFacts.Of), .. mail.Attachments.Select(FileFacts.Of)]);

    public static MailFacts Of(MimeEntity mail)
    {
        var leaves = mail.Descendants().Where(part => part.Parts.Count == 0).ToList();
        return new MailFacts(
            mail.Headers["Subject"] ?? "",
            Pairs(mail, "From"),
            Pairs(mail, "Reply-To"),
            Pairs(mail, "To"),
            Pairs(mail, "Cc"),
            MailDate.TryRead(mail.Headers["Date"], out var date) ? Utc(date) : "",
            mail.Headers["Message-ID"] ?? "",
            TextOf(leaves, "text/plain"),
            TextOf(leaves, "text/html"),
            [.. leaves.Where(part => part.Disposition is not null).Select(FileFacts.Of)]);
    }

    public static MailFacts Read(string json) => JsonSerializer.Deserialize<MailFacts>(json, Json)!;

    public MailFacts WithoutLookalikes() =>
        Read(ToJson().Replace(GeneratedMails.Lookalike, "x", StringComparison.Ordinal));

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static string Utc(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static List<string[]> Pairs(IEnumerable<Mailbox> mailboxes) =>
        [.. mailboxes.Select(mailbox => new[] { mailbox.Name ?? "", mailbox.Address.Value })];

    private static List<string[]> Pairs(MimeEntity mail, string field) =>
        [.. mail.Headers.Mailboxes(field).Select(mailbox => new[] { mailbox.Name ?? "", mailbox.Address })];

    private static string TextOf(IEnumerable<MimeEntity> leaves, string mediaType) =>
        leaves.FirstOrDefault(part => part.Disposition is null && part.ContentType.MediaType == mediaType)
            ?.DecodeText().Replace("\r\n", "\n", StringComparison.Ordinal) ?? "";
}
