namespace Digest.Mail.Dns;

/// <summary>What one source says to one question.</summary>
public abstract record DnsReply
{
    /// <summary>The name exists. The records may be aliases, or none at all.</summary>
    public sealed record Records(IReadOnlyList<DnsRecord> Values) : DnsReply;

    /// <summary>There is no such name (NXDOMAIN).</summary>
    public sealed record NoName : DnsReply;

    /// <summary>Nobody knows: silence, SERVFAIL, REFUSED or nonsense.</summary>
    public sealed record Failed(string Reason) : DnsReply;
}
