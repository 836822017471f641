namespace Digest.Mail.Mime.Reading;

/// <summary>
/// A mailbox as a message names it. The address is what stood there, without comments and space; it need not be one
/// that can be written to.
/// </summary>
/// <param name="Name">Quotes and encoded-words undone; null if there is none.</param>
/// <param name="Address">Never empty.</param>
public sealed record ReadMailbox(string? Name, string Address);
