using Digest.Model;

namespace Digest.Deliver;

/// <summary>How an issue's letters stand after a run.</summary>
/// <param name="Counts">Their sum is the audience.</param>
/// <param name="Location">Where the letters went, for people: a folder or a server.</param>
/// <param name="Halted">Why the run stopped early; null if it did not.</param>
public sealed record DeliveryReport(LetterCounts Counts, string Location, string? Halted)
{
    /// <summary>The commonest answers to letters that failed, wait or are in doubt.</summary>
    public IReadOnlyList<LetterAnswer> Answers { get; init; } = [];
}
