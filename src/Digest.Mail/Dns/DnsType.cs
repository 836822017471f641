using System.Diagnostics.CodeAnalysis;

namespace Digest.Mail.Dns;

/// <summary>The kinds of records that mail asks for, with their numbers on the wire (RFC 1035 §3.2.2).</summary>
[SuppressMessage("Naming", "CA1720", Justification = "PTR is the name of the record")]
public enum DnsType
{
    A = 1,
    Ns = 2,
    Cname = 5,
    Ptr = 12,
    Mx = 15,
    Txt = 16,
    Aaaa = 28,
}
