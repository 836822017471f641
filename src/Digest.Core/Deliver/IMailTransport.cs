namespace Digest.Deliver;

/// <summary>
/// Hands letters over: to an SMTP server, to a folder of files, or to another library put behind this seam.
/// </summary>
public interface IMailTransport
{
    /// <summary>How many letters it can make use of at the same time.</summary>
    int LettersAtOnce { get; }

    /// <summary>
    /// Hands one letter over. Refusals and broken connections are outcomes, and so is being taken back with the
    /// letter's <see cref="OutgoingMail.Recall"/>; only cancellation throws, and then the letter's fate is unknown.
    /// </summary>
    Task<DeliveryOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
