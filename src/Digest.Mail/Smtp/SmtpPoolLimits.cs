namespace Digest.Mail.Smtp;

/// <summary>How much of a server a <see cref="SmtpPool"/> takes.</summary>
public sealed record SmtpPoolLimits
{
    /// <summary>Connections open at the same time.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>Messages after which a connection is changed for a fresh one.</summary>
    public int MessagesPerConnection { get; init; } = 100;

    /// <summary>How long a connection without work is kept. Servers close theirs after five minutes or so.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a server that could not be reached is left alone, so that a dead one costs one wait and not thousands.
    /// </summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(30);
}
