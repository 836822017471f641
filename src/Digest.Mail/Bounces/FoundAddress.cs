namespace Digest.Mail.Bounces;

/// <summary>An address in a line of text, with the brackets round it.</summary>
/// <param name="Address">Bare.</param>
/// <param name="Start">Where it begins in the line, brackets included.</param>
/// <param name="End">Where the text after it begins.</param>
internal readonly record struct FoundAddress(string Address, int Start, int End);
