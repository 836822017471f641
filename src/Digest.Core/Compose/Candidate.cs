namespace Digest.Compose;

/// <summary>A story that waits for an issue.</summary>
/// <param name="ItemId">The item that stands for it.</param>
/// <param name="Section">Titles from the outside in, joined by <c> › </c>.</param>
/// <param name="Reasons">Why it stands where it does; may be empty.</param>
/// <param name="FirstSeen">When the item was first seen.</param>
public sealed record Candidate(
    string ItemId, string Title, string Section, string Reasons, DateTimeOffset FirstSeen)
{
    public string? Url { get; init; }

    /// <summary>Items that tell it, one at least.</summary>
    public int Items { get; init; } = 1;

    public int Score { get; init; }

    /// <summary>True if it was passed over for good: it had its chance, and it is not offered again.</summary>
    public bool Rests { get; init; }
}
