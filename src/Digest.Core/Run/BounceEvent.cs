namespace Digest.Run;

/// <summary>A report on a letter, as it is kept. It holds no address.</summary>
/// <param name="Report">What two copies of one report share.</param>
/// <param name="LetterId">The letter.</param>
/// <param name="AddressHash">Whose it was.</param>
/// <param name="Kind">hard, soft, senderfault, block, delayed or complaint.</param>
/// <param name="Code">The enhanced status code; null if none was given.</param>
/// <param name="Evidence">The host's words. Untrusted.</param>
/// <param name="Seen">When it was taken.</param>
public sealed record BounceEvent(
    string Report, long LetterId, string AddressHash, string Kind, string? Code, string Evidence, DateTimeOffset Seen);
