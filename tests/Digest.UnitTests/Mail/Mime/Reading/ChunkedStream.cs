namespace Digest.UnitTests.Mail.Mime.Reading;

/// <summary>Gives its octets in pieces, as a pipe does.</summary>
internal sealed class ChunkedStream(byte[] octets, int chunk) : MemoryStream(octets)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, chunk)], cancellationToken);
}
