namespace Digest.Mail.Dmarc;

/// <summary>A record that a walk found.</summary>
/// <param name="Domain">Whose it is, without <c>_dmarc</c>.</param>
/// <param name="Record">What it says.</param>
public sealed record DmarcStep(string Domain, DmarcRecord Record);
