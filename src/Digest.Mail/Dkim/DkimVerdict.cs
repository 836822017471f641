namespace Digest.Mail.Dkim;

/// <summary>What became of one signature of a message.</summary>
/// <param name="Domain">Who signed (<c>d=</c>); empty where the signature does not say.</param>
/// <param name="Selector">With which key (<c>s=</c>).</param>
/// <param name="Fault">Why it does not verify, a clause for a person; null if it does.</param>
public sealed record DkimVerdict(string Domain, string Selector, string? Fault)
{
    public bool IsValid => Fault is null;
}
