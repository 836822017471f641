namespace Digest.Mail.Smtp;

/// <summary>
/// Remembers that a server could not be reached, so that a dead one costs one wait and not one for every message. Not
/// safe for calls at the same time.
/// </summary>
/// <param name="pause">How long the server is then left alone.</param>
/// <param name="clock">The time.</param>
internal sealed class SmtpOutage(TimeSpan pause, TimeProvider clock)
{
    private SmtpConnectOutcome? _reason;
    private DateTimeOffset _until;

    /// <summary>True while the server is to be left alone.</summary>
    public bool IsOn => _reason is not null && clock.GetUtcNow() < _until;

    /// <summary>The last trouble there was.</summary>
    public SmtpConnectOutcome Reason => _reason ?? throw new InvalidOperationException("There was no outage");

    public void Begin(SmtpConnectOutcome reason) => (_reason, _until) = (reason, clock.GetUtcNow() + pause);
}
