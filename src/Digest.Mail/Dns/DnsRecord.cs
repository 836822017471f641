using System.Net;

namespace Digest.Mail.Dns;

/// <summary>One record. Names are as <see cref="DnsName"/> writes them.</summary>
/// <param name="Owner">Whose record it is.</param>
/// <param name="Type">Its kind.</param>
public abstract record DnsRecord(string Owner, DnsType Type)
{
    /// <summary>A or AAAA.</summary>
    public sealed record Address(string Owner, DnsType Type, IPAddress Value) : DnsRecord(Owner, Type);

    /// <summary>MX. An empty exchange is the null MX: the domain takes no mail (RFC 7505).</summary>
    public sealed record Exchanger(string Owner, int Preference, string Exchange) : DnsRecord(Owner, DnsType.Mx);

    /// <summary>TXT: strings of at most 255 octets, each octet one Latin-1 character.</summary>
    public sealed record Text(string Owner, IReadOnlyList<string> Strings) : DnsRecord(Owner, DnsType.Txt)
    {
        /// <summary>Joined without a space (RFC 7208 §3.3, RFC 6376 §3.6.2.2).</summary>
        public string Joined => string.Concat(Strings);
    }

    /// <summary>CNAME, PTR or NS.</summary>
    public sealed record Host(string Owner, DnsType Type, string Name) : DnsRecord(Owner, Type);
}
