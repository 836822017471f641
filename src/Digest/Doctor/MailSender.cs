using Digest.Mail.Mime;

namespace Digest.Doctor;

/// <summary>The addresses that one newsletter's letters carry.</summary>
/// <param name="Newsletter">Its slug.</param>
/// <param name="From">The sender that readers see.</param>
/// <param name="ReplyTo">Where answers go.</param>
/// <param name="Envelope">Where bounces go: MAIL FROM.</param>
public sealed record MailSender(string Newsletter, EmailAddress From, EmailAddress ReplyTo, EmailAddress Envelope);
