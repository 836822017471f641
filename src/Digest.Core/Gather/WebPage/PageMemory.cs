using System.Text.Json;
using Digest.Gather.Json;

namespace Digest.Gather.WebPage;

/// <summary>What a page looked like at the last read.</summary>
internal sealed record PageMemory
{
    private const int Form = 1;

    public int Version { get; init; } = Form;

    /// <summary>The settings it was read with (<see cref="PageSettings.Mark"/>).</summary>
    public required string Settings { get; init; }

    /// <summary>Hashes of the entries' identities.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];

    /// <summary>The lines of a page that is watched as a whole.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <returns>Null for an unknown form, a broken text, and a page that was read with other settings.</returns>
    public static PageMemory? Read(string? text, string settings) =>
        JsonMemory.TryRead<PageMemory>(text) is { Version: Form, Entries: not null, Lines: not null } memory
        && memory.Settings == settings
            ? memory
            : null;

    public string Write() => JsonSerializer.Serialize(this);
}
