namespace Digest.Run;

/// <summary>A mail that came back.</summary>
/// <param name="Source">Where it was read from, for people.</param>
/// <param name="Message">As it arrived.</param>
public sealed record BounceMail(string Source, ReadOnlyMemory<byte> Message);
