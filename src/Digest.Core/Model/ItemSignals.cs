namespace Digest.Model;

/// <summary>What a source tells of an item's weight. Null where it does not say: never guessed.</summary>
public sealed record ItemSignals
{
    public static ItemSignals None { get; } = new();

    /// <summary>People who took part: authors, reviewers, posters, speakers.</summary>
    public int? Participants { get; init; }

    /// <summary>Answers, comments, posts after the first.</summary>
    public int? Replies { get; init; }

    /// <summary>The milestone or release it is planned for or part of.</summary>
    public string? Milestone { get; init; }

    /// <summary>
    /// How the source itself weighs it, in its own word: <c>Critical</c>, <c>High</c>, <c>Essential</c>.
    /// </summary>
    public string? Importance { get; init; }

    /// <summary>What became of it since it was last seen, in words: <c>approved → implemented</c>.</summary>
    public string? Change { get; init; }
}
