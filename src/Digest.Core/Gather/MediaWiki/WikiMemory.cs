using System.Text.Json;
using Digest.Gather.Json;

namespace Digest.Gather.MediaWiki;

/// <summary>
/// The edits of the last read's overlap. Told once more with a newer edit of the same page they would be news again.
/// </summary>
internal sealed record WikiMemory
{
    private const int Form = 1;
    private const int MostRevisions = 20_000;

    public int Version { get; init; } = Form;

    public IReadOnlyList<long> Told { get; init; } = [];

    /// <summary>An unknown form or a broken text is an empty memory.</summary>
    public static WikiMemory Read(string? text) =>
        JsonMemory.TryRead<WikiMemory>(text) is { Version: Form, Told: not null } memory ? memory : new WikiMemory();

    /// <param name="read">Every edit that this read saw: those of the overlap are among them.</param>
    public static string Of(IEnumerable<WikiChange> read) => JsonSerializer.Serialize(new WikiMemory
    {
        Told = [.. read.Select(change => change.Revision).Distinct().OrderDescending().Take(MostRevisions)],
    });
}
