namespace Digest.Mail.Dmarc;

/// <summary>
/// A policy record of RFC 9989 §4.7. What is wrong behind its version is passed over, as receivers do, and told in
/// <see cref="Faults"/>.
/// </summary>
public sealed record DmarcRecord
{
    public required string Text { get; init; }

    /// <summary><c>p</c>; null where it is missing or no policy.</summary>
    public DmarcPolicy? Policy { get; init; }

    /// <summary><c>sp</c>, for subdomains that exist.</summary>
    public DmarcPolicy? Subdomains { get; init; }

    /// <summary><c>np</c>, for subdomains that do not exist.</summary>
    public DmarcPolicy? Nonexistent { get; init; }

    /// <summary><c>adkim=s</c>: the signing domain must be the very domain of the sender.</summary>
    public bool IsDkimStrict { get; init; }

    /// <summary><c>aspf=s</c>: the envelope's domain must be the very domain of the sender.</summary>
    public bool IsSpfStrict { get; init; }

    /// <summary><c>rua</c>: who gets the daily reports.</summary>
    public IReadOnlyList<DmarcReportAddress> Reports { get; init; } = [];

    /// <summary><c>psd</c>: <c>y</c> for a public suffix, <c>n</c> for an organization, <c>u</c> for neither.</summary>
    public char PublicSuffix { get; init; } = 'u';

    /// <summary><c>t=y</c>: receivers are asked not to act on the policy.</summary>
    public bool IsTest { get; init; }

    /// <summary>What is wrong; receivers pass over it.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>What is right but of no use any more.</summary>
    public IReadOnlyList<string> Outdated { get; init; } = [];

    /// <summary>False where <c>p</c>, <c>sp</c> or <c>np</c> holds something that is no policy.</summary>
    internal bool ArePoliciesValid { get; init; } = true;

    /// <summary>Whether a TXT record is a DMARC record at all: its version is first and right.</summary>
    public static bool IsOne(string text)
    {
        var first = text.Split(';', 2)[0].Split('=', 2);
        return first.Length == 2 && first[0].TrimEnd(' ', '\t') == "v" && first[1].Trim(' ', '\t') == "DMARC1";
    }

    /// <summary>Reads a record of which <see cref="IsOne"/> is true.</summary>
    public static DmarcRecord Parse(string text) => DmarcSyntax.Read(text);

    /// <summary>What holds for a domain; null where receivers apply no DMARC (RFC 9989 §4.10.1).</summary>
    /// <param name="isOwn">Whether the record is the domain's own, and not one from above.</param>
    /// <param name="exists">Whether the domain exists in DNS.</param>
    public DmarcPolicy? PolicyFor(bool isOwn, bool exists)
    {
        if (Policy is not { } policy || !ArePoliciesValid)
            return Reports.Count > 0 || (Policy is null && ArePoliciesValid) ? DmarcPolicy.None : null;
        if (isOwn)
            return policy;

        return (exists ? null : Nonexistent) ?? Subdomains ?? policy;
    }
}
