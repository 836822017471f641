namespace Digest.Benchmarks.Load;

/// <summary>How the sink behaves.</summary>
/// <param name="Chunking">Whether it offers CHUNKING.</param>
/// <param name="SlowConnections">How many of the first connections take two seconds for each message.</param>
internal sealed record SinkOptions(bool Chunking, int SlowConnections);
