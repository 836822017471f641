using Digest.Model;

namespace Digest.Run;

/// <summary>What a mail that came back was, and what was done.</summary>
/// <param name="Source">Where it was read from.</param>
/// <param name="Act">What was done.</param>
/// <param name="Kind">hard, soft, senderfault, block, delayed, delivered, complaint, autoreply or other.</param>
/// <param name="Words">The host's words, or why nothing was done. Untrusted.</param>
public sealed record BounceFinding(string Source, BounceAct Act, string Kind, string Words)
{
    /// <summary>The letter it is about; null if none was found.</summary>
    public Letter? Letter { get; init; }

    /// <summary>The enhanced status code; null if none was given.</summary>
    public string? Code { get; init; }
}
