namespace Digest.Gather.Web;

/// <summary>
/// Puts a mark behind the end of a compressed stream, byte by byte, and counts how much of it is taken: the
/// decompressors take a stream that breaks off for one that ended, but only one that is not at its end asks for more.
/// </summary>
internal sealed class EndMarkStream(Stream inner) : ForwardStream
{
    // Ones are an invalid block to deflate, and no header of a further gzip member.
    private const byte Mark = 0xFF;
    private const int MarkLength = 64;

    private bool _isAtEnd;

    /// <summary>How much of the mark was read.</summary>
    public int Taken { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (!_isAtEnd)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            _isAtEnd = read == 0 && buffer.Length > 0;
            if (!_isAtEnd)
                return read;
        }

        if (Taken == MarkLength)
            return 0;

        buffer.Span[0] = Mark;
        Taken++;
        return 1;
    }
}
