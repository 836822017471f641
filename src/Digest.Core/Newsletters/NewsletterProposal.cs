using Digest.Mail.Mime;

namespace Digest.Newsletters;

/// <summary>The little that a new newsletter needs.</summary>
/// <param name="Language">A BCP 47 tag.</param>
public sealed record NewsletterProposal(string Slug, string Title, string Language, Mailbox From);
