using Digest.Mail.Mime.Reading;

namespace Digest.Mail.Bounces;

/// <summary>
/// Whom a report was sent to, as far as it shows: what the last host wrote comes first, what the sender wrote last.
/// </summary>
public static class ReportRecipients
{
    private const int MaxAddresses = 100;
    private static readonly string[] Fields =
        ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "Received", "To", "Cc"];

    /// <summary>Bare addresses, each once; untrusted.</summary>
    public static IReadOnlyList<string> Of(MimeEntity report) =>
    [
        .. Fields.SelectMany(name => report.Headers.All(name)).SelectMany(AddressScan.Find)
            .Select(found => found.Address).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxAddresses),
    ];
}
