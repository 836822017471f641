namespace Digest.Mail.Mime;

/// <summary>Which local parts count as an address.</summary>
public enum AddressRules
{
    /// <summary>Dot-atoms (RFC 5321 §4.1.2).</summary>
    Standard,

    /// <summary>
    /// Also dots at the edge or two in a row, as Japanese carriers gave out until 2009: <c>a..b@docomo.ne.jp</c>. They
    /// go out as a quoted-string, the only form the RFC has for them. No other quoted address is accepted.
    /// </summary>
    OldCarriers,
}
