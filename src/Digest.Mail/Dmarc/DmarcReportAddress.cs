using System.Diagnostics.CodeAnalysis;
using Digest.Mail.Mime;

namespace Digest.Mail.Dmarc;

/// <summary>Where reports go.</summary>
/// <param name="Text">The URI as it stands in the record.</param>
/// <param name="Domain">The domain that has to agree to get them.</param>
public sealed record DmarcReportAddress(string Text, string Domain)
{
    private const string Scheme = "mailto:";

    /// <summary>Reads a mail address as a URI; no other scheme is in use.</summary>
    internal static bool TryParse(string text, [NotNullWhen(true)] out DmarcReportAddress? address)
    {
        address = null;
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return false;

        var plain = Uri.UnescapeDataString(text[Scheme.Length..].Split('!', '?')[0]);
        if (EmailAddress.TryParse(plain, out var mailbox, out _))
            address = new DmarcReportAddress(text, mailbox.Domain);
        return address is not null;
    }
}
