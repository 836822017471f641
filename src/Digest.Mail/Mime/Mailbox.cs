namespace Digest.Mail.Mime;

/// <summary>One mailbox of RFC 5322 §3.4: an address and the name shown beside it.</summary>
public sealed record Mailbox(string? Name, EmailAddress Address)
{
    /// <summary>The name if there is one, else the address: for people, never for the wire.</summary>
    public override string ToString() => Name is null ? Address.Value : $"{Name} <{Address.Value}>";
}
