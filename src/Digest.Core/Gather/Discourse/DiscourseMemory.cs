using System.Text.Json;
using Digest.Gather.Json;

namespace Digest.Gather.Discourse;

/// <summary>Which topics were told with their text: asking for it costs a request each.</summary>
internal sealed record DiscourseMemory
{
    private const int Form = 1;
    private const int MostTopics = 5000;

    public int Version { get; init; } = Form;

    public IReadOnlyList<long> Told { get; init; } = [];

    /// <summary>An unknown form or a broken text is an empty memory: texts are asked for once more.</summary>
    public static DiscourseMemory Read(string? text) =>
        JsonMemory.TryRead<DiscourseMemory>(text) is { Version: Form, Told: not null } memory
            ? memory
            : new DiscourseMemory();

    /// <summary>Ids grow with time: the highest are the ones that may come again.</summary>
    public string With(IEnumerable<long> told) => JsonSerializer.Serialize(this with
    {
        Told = [.. Told.Concat(told).Distinct().OrderDescending().Take(MostTopics)],
    });
}
