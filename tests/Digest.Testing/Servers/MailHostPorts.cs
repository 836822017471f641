namespace Digest.Testing.Servers;

/// <summary>Where a <see cref="MailHost"/> listens, on 127.0.0.1.</summary>
public sealed record MailHostPorts
{
    /// <summary>STARTTLS, then sign-in; everything that Postfix offers.</summary>
    public int Submission { get; } = FreePorts.Take();

    /// <summary>TLS from the first octet.</summary>
    public int Implicit { get; } = FreePorts.Take();

    /// <summary>STARTTLS with TLS 1.2 at most; no PIPELINING, CHUNKING, DSN or SMTPUTF8, as old servers are.</summary>
    public int Old { get; } = FreePorts.Take();

    /// <summary>No STARTTLS, as where somebody in between took it away.</summary>
    public int Plain { get; } = FreePorts.Take();

    public int Imap { get; } = FreePorts.Take();

    internal int Lmtp { get; } = FreePorts.Take();

    internal int Auth { get; } = FreePorts.Take();

    internal int Refusing { get; } = FreePorts.Take();

    internal int Busy { get; } = FreePorts.Take();
}
