namespace Digest.Gather;

/// <summary>A server's wish not to be asked for a while.</summary>
/// <param name="Scope">Whom it holds for: a host with its port, a domain, or one source.</param>
/// <param name="Until">The real time from which it may be asked again.</param>
/// <param name="Reason">One line. Holds no text of the server.</param>
public sealed record HostWait(string Scope, DateTimeOffset Until, string Reason);
