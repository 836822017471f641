namespace Digest.Mail.Dmarc;

/// <summary>What a domain asks receivers to do with mail that fails.</summary>
public enum DmarcPolicy
{
    None,
    Quarantine,
    Reject,
}
