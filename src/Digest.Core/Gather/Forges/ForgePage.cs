using System.Text.Json;

namespace Digest.Gather.Forges;

/// <summary>One page of a list.</summary>
internal sealed record ForgePage(IReadOnlyList<JsonElement> Rows, string? ETag)
{
    /// <summary>The address it came from after a move for good; null if it did not move.</summary>
    public Uri? MovedTo { get; init; }
}
