namespace Digest.Gather.Launchpad;

/// <summary>One thing that became of a blueprint.</summary>
/// <param name="Kind">One of the kinds of <see cref="BlueprintSettings"/>.</param>
/// <param name="State">What it came to, for the item's identity: <c>implemented</c>.</param>
/// <param name="Words">The same for an editor: <c>Started → Implemented</c>; null for a new one.</param>
internal sealed record BlueprintNews(string Kind, string State, string? Words)
{
    public static BlueprintNews New { get; } = new(BlueprintSettings.New, "new", null);

    public static BlueprintNews Removed { get; } = new(BlueprintSettings.Removed, "removed", "removed");

    public static BlueprintNews Renamed(string from, string to) =>
        new(BlueprintSettings.Renamed, $"renamed:{to}", $"renamed {from} → {to}");

    /// <summary>Everything that differs, the weightiest first.</summary>
    public static IEnumerable<BlueprintNews> Between(BlueprintState before, BlueprintState now)
    {
        if (before.Implementation != now.Implementation)
            yield return Move(BlueprintSettings.Implementation, "", before.Implementation, now.Implementation);
        if (before.Definition != now.Definition)
            yield return Move(BlueprintSettings.Definition, "", before.Definition, now.Definition);
        if (before.Milestone != now.Milestone)
            yield return Move(BlueprintSettings.Milestone, "milestone ", before.Milestone, now.Milestone);
        if (before.Priority != now.Priority)
            yield return Move(BlueprintSettings.Priority, "priority ", before.Priority, now.Priority);
    }

    private static BlueprintNews Move(string kind, string label, string before, string now)
    {
        var (from, to) = (before.Length > 0 ? before : "none", now.Length > 0 ? now : "none");
        return new BlueprintNews(kind, label + to, $"{label}{from} → {to}");
    }
}
