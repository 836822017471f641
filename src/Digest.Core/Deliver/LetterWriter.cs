using Digest.Mail.Mime;
using Digest.Model;

namespace Digest.Deliver;

/// <summary>Makes the mail of one letter from the frozen issue: fills the slots, adds the headers (standards.md B1, L1 to L4).</summary>
public sealed class LetterWriter
{
    /// <param name="subscriberId">Whose unsubscribe link it carries.</param>
    /// <param name="messageId">Without angle brackets.</param>
    /// <param name="date">The Date header.</param>
    public byte[] Write(
        Newsletter newsletter,
        FrozenIssue issue,
        string subscriberId,
        Mailbox recipient,
        string messageId,
        DateTimeOffset date) => throw new NotImplementedException();
}
