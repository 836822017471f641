namespace Digest.Deliver;

/// <summary>The signature under every letter: <c>Mail:Dkim</c>. All three or none.</summary>
public sealed class DkimOptions
{
    /// <summary>The signing domain; the sender's own, or a parent of it.</summary>
    public string? Domain { get; set; }

    /// <summary>The label below <c>_domainkey</c>.</summary>
    public string? Selector { get; set; }

    /// <summary>An RSA private key in PEM form, readable by the program alone.</summary>
    public string? KeyFile { get; set; }

    internal bool IsSet => Domain is not null || Selector is not null || KeyFile is not null;
}
