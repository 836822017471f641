namespace Digest.Mail.Dns;

/// <summary>One question.</summary>
/// <param name="Name">As <see cref="DnsName"/> writes names.</param>
/// <param name="Type">The kind of record asked for.</param>
public sealed record DnsQuestion(string Name, DnsType Type);
