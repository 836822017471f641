namespace Digest.Mail.Mime.Reading;

/// <summary>One message of a Maildir folder.</summary>
/// <param name="Path">The file it lies in.</param>
/// <param name="Flags">The letters after <c>:2,</c>, such as <c>S</c> for seen; empty for a new message.</param>
/// <param name="Octets">A copy of its own, which may be kept.</param>
/// <param name="IsTruncated">True if it was longer than the limit, and its end is left out.</param>
public sealed record MaildirMessage(string Path, string Flags, ReadOnlyMemory<byte> Octets, bool IsTruncated);
