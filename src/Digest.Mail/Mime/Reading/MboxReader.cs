using System.Runtime.CompilerServices;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Reads a mailbox file (RFC 4155), mboxrd and mboxo alike: a message ends at a blank line with a line
/// <c>From sender date</c> below; the <c>Content-Length</c> of other dialects is not believed. One <c>&gt;</c> is taken
/// from a line of <c>&gt;From </c>, however many there are.
/// </summary>
public static class MboxReader
{
    /// <summary>A longer message is cut off there, and its rest passed over.</summary>
    public const int MaxMessageOctets = 64 * 1024 * 1024;

    /// <summary>
    /// Reads one message at a time; no more than that is held. What stands before the first <c>From </c> line is a
    /// message too, if there is anything: a file of one bare message is read as such.
    /// </summary>
    public static IAsyncEnumerable<MboxMessage> ReadAsync(Stream stream, CancellationToken cancellationToken) =>
        ReadAsync(stream, MaxMessageOctets, cancellationToken);

    internal static async IAsyncEnumerable<MboxMessage> ReadAsync(
        Stream stream, int maxOctets, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var splitter = new MboxSplitter(maxOctets);
        var isEnd = false;
        while (!isEnd)
        {
            var read = await stream.ReadAsync(splitter.Room(), cancellationToken);
            isEnd = read == 0;
            splitter.Fill(read);
            while (splitter.TryTake(isEnd, out var message))
                yield return message;
        }
    }
}
