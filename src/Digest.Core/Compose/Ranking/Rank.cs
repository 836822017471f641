namespace Digest.Compose.Ranking;

/// <summary>Where a story stands among others, and why.</summary>
/// <param name="Score">Whole points, so that equal stories are equal on every machine.</param>
/// <param name="Reasons">In the words of an editor: <c>3 sources</c>, <c>12 replies</c>.</param>
internal sealed record Rank(int Score, IReadOnlyList<string> Reasons)
{
    /// <summary>All reasons on one line; empty where nothing speaks for the story.</summary>
    public string Words => string.Join(", ", Reasons);
}
