namespace Digest.Model;

/// <summary>
/// What counts how much when items of a section are put in order. Every sign is worth so many points for each of its
/// steps; 0 leaves it out.
/// </summary>
public sealed record RankingWeights
{
    public static RankingWeights Default { get; } = new();

    /// <summary>Each independent source beyond the first.</summary>
    public int Sources { get; init; } = 4;

    /// <summary>People who took part, in doublings.</summary>
    public int Participants { get; init; } = 1;

    /// <summary>Answers, in doublings.</summary>
    public int Replies { get; init; } = 1;

    /// <summary>How new it is: six steps down to none after twelve days.</summary>
    public int Freshness { get; init; } = 1;

    /// <summary>A release, or part of a milestone.</summary>
    public int Release { get; init; } = 3;

    /// <summary>The source's own word for its weight: three steps for Critical down to none for Low.</summary>
    public int Importance { get; init; } = 2;

    /// <summary>Something became of it since it was last seen.</summary>
    public int Change { get; init; } = 3;
}
