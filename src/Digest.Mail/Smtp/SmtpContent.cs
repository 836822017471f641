using System.Buffers;

namespace Digest.Mail.Smtp;

/// <summary>
/// The text of one message after the other as it goes on the wire. A message that is fit for it, as those written for
/// mail are, is passed on and not copied.
/// </summary>
/// <param name="isChunk">Whether it goes by BDAT, counted, or by DATA, ended with a dot.</param>
internal sealed class SmtpContent(bool isChunk)
{
    private const int MaxKept = 1024 * 1024;
    private readonly SmtpCommands _head = new();
    private ArrayBufferWriter<byte> _copy = new();

    public bool IsChunk => isChunk;

    /// <summary>The command that goes before the text; empty for DATA, which was said and granted.</summary>
    public ReadOnlyMemory<byte> Head => _head.Octets;

    /// <returns>The text, valid until the next call and while the message stays as it is.</returns>
    public ReadOnlyMemory<byte> Prepare(ReadOnlyMemory<byte> message)
    {
        var isFit = isChunk
            ? MessageLines.AreSound(message.Span)
            : MessageLines.AreSoundWithoutDots(message.Span);
        var text = isFit ? message : Copy(message.Span);
        _head.Clear();
        if (isChunk)
            _head.Chunk(text.Length);
        return text;
    }

    private ReadOnlyMemory<byte> Copy(ReadOnlySpan<byte> message)
    {
        // One huge message must not make every connection keep its size.
        if (_copy.Capacity > MaxKept)
            _copy = new ArrayBufferWriter<byte>();
        _copy.ResetWrittenCount();
        var stuffer = new DotStuffer(_copy, doublesDots: !isChunk);
        stuffer.Write(message);
        stuffer.Complete();
        return _copy.WrittenMemory;
    }
}
