using Digest.Gather.Mails;

namespace Digest.Gather.Mailbox;

/// <summary>A mail that a read met.</summary>
/// <param name="Hash">Of its Message-ID, as <see cref="ListMemory.Hash"/> makes it.</param>
internal sealed record MetMail(string Hash, MailStanding Is);

/// <summary>What becomes of a mail.</summary>
internal enum MailStanding
{
    /// <summary>It was told before, is too old, or comes from somebody whom the source does not name.</summary>
    Passed,

    /// <summary>It is told.</summary>
    New,

    /// <summary>It would be told, but its sender wants no archive.</summary>
    Private,
}
