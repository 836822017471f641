namespace Digest.Deliver;

/// <summary>
/// Hands letters over: to an SMTP server, to a folder of files, or to another library put behind this seam.
/// </summary>
public interface IMailTransport
{
    /// <summary>
    /// Hands one letter over. Refusals and broken connections are outcomes; only cancellation throws, and then the
    /// letter's fate is unknown.
    /// </summary>
    Task<DeliveryOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
