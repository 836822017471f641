using Digest.Mail.Smtp;

namespace Digest.Mail.Bounces;

/// <summary>What a delivery report says of one recipient. All text is untrusted.</summary>
/// <param name="Address">
/// As the sender wrote it where the report says (Original-Recipient), else where the mail ended (Final-Recipient).
/// </param>
/// <param name="Action">What was done.</param>
/// <param name="Class">Whose trouble it is.</param>
/// <param name="Code">The enhanced status code that tells most; null if none was given.</param>
/// <param name="Diagnostic">The words of the server, one line without controls, at most 500 characters.</param>
public sealed record BouncedRecipient(
    string Address, BounceAction Action, BounceClass Class, EnhancedCode? Code, string Diagnostic)
{
    /// <summary>The address after forwarding, if the report names both.</summary>
    public string? FinalAddress { get; init; }
}
