namespace Digest.Run;

/// <summary>
/// The report on a letter that says the most: a complaint, else a failure for good, else the latest other.
/// </summary>
/// <param name="LetterId">The letter.</param>
/// <param name="Kind">hard, soft, senderfault, block, delayed or complaint.</param>
/// <param name="Code">The enhanced status code; null if none was given.</param>
/// <param name="Words">The host's words. Untrusted.</param>
/// <param name="Seen">When the report was taken.</param>
public sealed record LetterReturn(long LetterId, string Kind, string? Code, string Words, DateTimeOffset Seen);
