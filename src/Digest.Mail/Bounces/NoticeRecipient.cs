namespace Digest.Mail.Bounces;

/// <summary>An address that a notice names as not reached.</summary>
/// <param name="Address">Bare.</param>
/// <param name="Words">The line or two that tell most.</param>
/// <param name="Section">All that the notice says from this address to the next.</param>
internal sealed record NoticeRecipient(string Address, string Words, string Section);
