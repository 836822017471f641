namespace Digest.Gather.Mails;

/// <summary>Mails that answer one another.</summary>
/// <param name="Root">The first of them.</param>
/// <param name="Mails">All that are in sight, the root too, in the archive's order.</param>
internal sealed record MailThread(ListMail Root, IReadOnlyList<ListMail> Mails);
