namespace Digest.Mail.Dns;

/// <summary>
/// What is known about a name. That there is nothing, and that nobody could say, are different things: only the first
/// may be called missing.
/// </summary>
public abstract record DnsAnswer
{
    /// <summary>At least one record of the asked type, aliases followed.</summary>
    public sealed record Found(IReadOnlyList<DnsRecord> Records) : DnsAnswer;

    /// <summary>The name does not exist (NXDOMAIN), or cannot: it is too long, or has an empty label.</summary>
    public sealed record NoName : DnsAnswer;

    /// <summary>The name exists without such a record.</summary>
    public sealed record NoData : DnsAnswer;

    /// <summary>No answer this time: a clause for a person.</summary>
    public sealed record TempError(string Reason) : DnsAnswer;

    /// <summary>The records of one kind; empty unless something was found.</summary>
    public IReadOnlyList<T> Of<T>() where T : DnsRecord => this is Found found ? [.. found.Records.OfType<T>()] : [];
}
