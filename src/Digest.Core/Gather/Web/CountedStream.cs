using System.Globalization;

namespace Digest.Gather.Web;

/// <summary>Counts what is read through it, and gives up on a sender that falls silent.</summary>
internal sealed class CountedStream(Stream inner, TimeSpan idle, TimeProvider clock) : ForwardStream
{
    public long Count { get; private set; }

    /// <exception cref="IOException">Nothing came for the whole idle time.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(idle, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        try
        {
            var read = await inner.ReadAsync(buffer, either.Token);
            Count += read;
            return read;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException(string.Create(
                CultureInfo.InvariantCulture, $"the server fell silent for {idle.TotalSeconds} s"));
        }
    }
}
