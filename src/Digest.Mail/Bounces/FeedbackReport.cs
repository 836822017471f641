using Digest.Mail.Mime.Reading;

namespace Digest.Mail.Bounces;

/// <summary>Reads complaints: RFC 5965, and the bare forwarding that Outlook.com does.</summary>
internal static class FeedbackReport
{
    private const int MaxRecipients = 100;

    /// <summary>Types that say the mail was wanted, or that tell of authentication (RFC 6591).</summary>
    private static readonly string[] NoComplaints = ["not-spam", "auth-failure", "dmarc", "authentication-failure"];

    /// <summary>Null if the message is no feedback report.</summary>
    public static BounceReading? Read(MimeEntity message, ReportParts parts)
    {
        if (FieldsOf(message, parts) is { } fields)
            return Read(fields, parts);

        // The mail is attached, or is itself what comes back.
        var mail = parts.Returned ?? message;
        return mail.Headers["X-HmXmrOriginalRecipient"] is { } reader
            ? new BounceReading.Complaint("abuse", Addresses([reader]), ReturnedMail.Read(mail, null))
            : null;
    }

    private static BounceReading Read(HeaderList fields, ReportParts parts)
    {
        var type = (fields["Feedback-Type"] ?? "abuse").Split(' ', ';')[0].ToLowerInvariant();
        if (NoComplaints.Contains(type))
            return new BounceReading.NotABounce();

        var returned = ReturnedMail.Read(parts.Returned, null);
        if (returned.ReturnPath is null)
            returned = returned with { ReturnPath = AddressScan.OfField(fields["Original-Mail-From"]) };
        var named = Addresses([.. fields.All("Original-Rcpt-To"), .. fields.All("Removal-Recipient")]);
        return new BounceReading.Complaint(
            ReportText.Clean(type), named.Count > 0 ? named : Shown(parts, returned), returned);
    }

    private static HeaderList? FieldsOf(MimeEntity message, ReportParts parts)
    {
        var part = parts.Feedback;
        if (part is null && message.ContentType.Parameters.GetValueOrDefault("report-type") is "feedback-report")
            part = message.Parts.ElementAtOrDefault(1);
        return part is null
            ? null
            : MimeReader.ReadFieldGroups(part.DecodeBody()).FirstOrDefault(group => group.Count > 0);
    }

    private static List<string> Shown(ReportParts parts, ReturnedMessage returned) =>
        parts.Returned?.Headers["X-HmXmrOriginalRecipient"] is { } reader
            ? Addresses([reader])
            : [.. returned.To.Where(IsShown)];

    private static List<string> Addresses(IReadOnlyList<string> values) =>
    [
        .. values.Select(AddressScan.OfField).OfType<string>().Where(IsShown).Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaxRecipients),
    ];

    /// <summary>A host that hides its reader (RFC 6590) may write a word in place of the name.</summary>
    private static bool IsShown(string address) =>
        !address.AsSpan(0, address.LastIndexOf('@')).Contains("redacted", StringComparison.OrdinalIgnoreCase);
}
