using Digest.Mail.Mime.Reading;

namespace Digest.Mail.Bounces;

/// <summary>Takes what identifies a mail from the copy, or the header, that came back.</summary>
internal static class ReturnedMail
{
    private const int MaxAddresses = 20;

    /// <param name="copy">Null where none came back.</param>
    /// <param name="messageId">What the report says beside it.</param>
    public static ReturnedMessage Read(MimeEntity? copy, string? messageId) => copy is null
        ? new ReturnedMessage(Bare(messageId), null, [])
        : new ReturnedMessage(
            Bare(copy.Headers["Message-ID"]) ?? Bare(messageId),
            AddressScan.OfField(copy.Headers["Return-Path"]),
            To(copy));

    public static IReadOnlyList<string> To(MimeEntity message) =>
    [
        .. message.Headers.Mailboxes("To").Concat(message.Headers.Mailboxes("Cc")).Take(MaxAddresses)
            .Select(mailbox => AddressScan.OfField(mailbox.Address)).OfType<string>(),
    ];

    private static string? Bare(string? identifier) =>
        ReportText.Name(identifier?.Trim().TrimStart('<').Split('>')[0]);
}
