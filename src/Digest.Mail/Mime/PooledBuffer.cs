using System.Buffers;

namespace Digest.Mail.Mime;

/// <summary>
/// A buffer to write to whose memory comes from the shared pool and goes back when it is disposed of; what was read
/// from <see cref="WrittenMemory"/> must not be used after that.
/// </summary>
public sealed class PooledBuffer(int capacity = PooledBuffer.UsualCapacity) : IBufferWriter<byte>, IDisposable
{
    private const int UsualCapacity = 4096;
    private byte[] _octets = ArrayPool<byte>.Shared.Rent(capacity);

    public int WrittenCount { get; private set; }

    public ReadOnlyMemory<byte> WrittenMemory => _octets.AsMemory(0, WrittenCount);

    public ReadOnlySpan<byte> WrittenSpan => _octets.AsSpan(0, WrittenCount);

    /// <summary>Forgets what was written and keeps the memory.</summary>
    public void Clear() => WrittenCount = 0;

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _octets.Length - WrittenCount);
        WrittenCount += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _octets.AsMemory(WrittenCount);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _octets.AsSpan(WrittenCount);
    }

    public void Dispose()
    {
        if (_octets.Length > 0)
            ArrayPool<byte>.Shared.Return(_octets);
        _octets = [];
        WrittenCount = 0;
    }

    private void MakeRoom(int sizeHint)
    {
        var needed = WrittenCount + Math.Max(sizeHint, 1);
        if (needed <= _octets.Length)
            return;

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _octets.Length * 2));
        WrittenSpan.CopyTo(larger);
        if (_octets.Length > 0)
            ArrayPool<byte>.Shared.Return(_octets);
        _octets = larger;
    }
}
