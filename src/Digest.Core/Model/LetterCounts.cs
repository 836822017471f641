namespace Digest.Model;

/// <summary>Letters of one issue by state. Their sum is the audience, at any moment.</summary>
public sealed record LetterCounts
{
    public int Pending { get; init; }

    public int Transmitting { get; init; }

    public int Accepted { get; init; }

    public int Deferred { get; init; }

    public int Failed { get; init; }

    public int Uncertain { get; init; }

    public int Suppressed { get; init; }

    public int Audience => Pending + Transmitting + Accepted + Deferred + Failed + Uncertain + Suppressed;

    /// <summary>True when no letter will move again by itself.</summary>
    public bool IsFinal => Pending + Transmitting + Deferred + Uncertain == 0;
}
