namespace Digest.Mail.Smtp;

/// <summary>
/// What takes messages back that were handed to a <see cref="SmtpPool"/>: one whose text no server was given yet is
/// not sent, and its outcome is <see cref="SmtpSendOutcome.Recalled"/>; one that is on its way goes on.
/// </summary>
/// <param name="Heard">
/// Hears the outcome before the connection goes on to another message, so that the answer to one can take back the
/// next. It must be quick and must not throw.
/// </param>
/// <param name="Token">Cancelled to take back.</param>
public readonly record struct SmtpRecall(Action<SmtpSendOutcome>? Heard, CancellationToken Token);
