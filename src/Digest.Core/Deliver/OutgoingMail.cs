using Digest.Mail.Mime;

namespace Digest.Deliver;

/// <summary>A letter ready for the wire.</summary>
/// <param name="Id">A name unique in its issue, safe as a file name.</param>
/// <param name="Sender">The envelope sender (MAIL FROM).</param>
/// <param name="Recipient">The envelope recipient (RCPT TO).</param>
/// <param name="Message">RFC 5322 bytes, CRLF line ends, not dot-stuffed; gone once the mail is disposed of.</param>
public sealed record OutgoingMail(string Id, EmailAddress Sender, EmailAddress Recipient, ReadOnlyMemory<byte> Message)
    : IDisposable
{
    /// <summary>Whose memory the message is; null where nobody waits for it.</summary>
    public IDisposable? Memory { get; init; }

    /// <summary>
    /// Cancelled, it takes back every letter of the batch that waits. A transport that lets letters wait cancels it
    /// itself when an answer halts the run, before the letter behind it can leave. Null for a letter by itself.
    /// </summary>
    public CancellationTokenSource? Recall { get; init; }

    /// <summary>
    /// What letters of one issue share, safe as a folder name; empty for a mail that belongs to none.
    /// </summary>
    public string Batch { get; init; } = "";

    public void Dispose() => Memory?.Dispose();
}
