using Digest.Mail.Mime;

namespace Digest.Mail.Smtp;

/// <summary>From whom and to whom one message goes, whatever its header says (RFC 5321 §2.3.1).</summary>
/// <param name="Sender">MAIL FROM, where reports of failure go; null for <c>&lt;&gt;</c>, which asks for none.</param>
/// <param name="Recipient">RCPT TO. One to a message, since every message differs.</param>
public sealed record SmtpEnvelope(EmailAddress? Sender, EmailAddress Recipient)
{
    /// <summary>What reports shall hold, where the server knows DSN; null to say nothing of it.</summary>
    public SmtpDsn? Dsn { get; init; }

    /// <summary>True if an address needs SMTPUTF8 (RFC 6531).</summary>
    public bool IsInternational => Recipient.IsInternational || Sender is { IsInternational: true };
}
