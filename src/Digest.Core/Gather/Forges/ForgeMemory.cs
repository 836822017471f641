using System.Text.Json;
using Digest.Gather.Json;

namespace Digest.Gather.Forges;

/// <summary>
/// What a forge's connector remembers: a cursor for each list, so that one repository that is out of reach neither
/// stops the others nor loses what happens in it meanwhile.
/// </summary>
internal sealed record ForgeMemory
{
    private const int Form = 1;

    /// <summary>The form of this memory; another one is not understood.</summary>
    public int Version { get; init; } = Form;

    public IReadOnlyDictionary<string, ForgeCursor> Lists { get; init; } = new Dictionary<string, ForgeCursor>();

    /// <summary>An unknown form or a broken text is an empty memory: the source's own last success counts.</summary>
    public static ForgeMemory Read(string? text) =>
        JsonMemory.TryRead<ForgeMemory>(text) is { Version: Form, Lists: { } lists } memory
        && lists.Values.All(cursor => cursor is { Waiting: not null })
            ? memory
            : new ForgeMemory();

    public string Write() => JsonSerializer.Serialize(this);

    public ForgeCursor CursorOf(string list) => Lists.GetValueOrDefault(list) ?? new ForgeCursor();
}
