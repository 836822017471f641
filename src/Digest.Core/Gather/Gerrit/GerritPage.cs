using System.Text.Json;
using Digest.Gather.Json;

namespace Digest.Gather.Gerrit;

/// <summary>One page of changes.</summary>
internal sealed record GerritPage(IReadOnlyList<JsonElement> Changes, bool HasMore)
{
    /// <summary>One search is answered by a list, several by a list of lists.</summary>
    /// <returns>Null if it is neither.</returns>
    public static GerritPage? Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array)
            return null;

        var changes = root.Entries()
            .SelectMany(entry => entry.IsList() ? entry.Entries() : [entry])
            .ToList();
        return changes.TrueForAll(change => change.IsObject())
            ? new GerritPage(changes, changes.Exists(change => change.Flag("_more_changes")))
            : null;
    }

    public bool IsAllBefore(DateTimeOffset since) =>
        Changes.All(change => GerritTime.Parse(change.Text("updated")) is { } updated && updated < since);
}
