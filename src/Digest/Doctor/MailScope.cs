using System.Net;
using Digest.Deliver;
using Digest.Mail.Dns;

namespace Digest.Doctor;

/// <summary>What the checks of DNS look at.</summary>
/// <param name="Dns">Whom to ask.</param>
/// <param name="Senders">One for each newsletter.</param>
/// <param name="Mail">How letters leave.</param>
/// <param name="Outgoing">The address from which they reach the world; null if only the relay's operator knows.</param>
public sealed record MailScope(
    DnsResolver Dns, IReadOnlyList<MailSender> Senders, MailOptions Mail, IPAddress? Outgoing)
{
    public const string RemedyForSilence = "run it again, or name another server with --dns";

    /// <summary>True if the relay is a server on this host, which then is the one that the world sees.</summary>
    public bool IsOwnRelay => Mail.Smtp.Host is "localhost"
        || (IPAddress.TryParse(Mail.Smtp.Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>No answer is not the same as no record: receivers try again, and so should the operator.</summary>
    public static Finding Unknown(string subject, string name, string reason) =>
        new(Verdict.Warn, subject, $"{name}: nobody could say: {reason}", RemedyForSilence);
}
