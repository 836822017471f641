namespace Digest.Gather.Launchpad;

/// <summary>Decides what became of a project's blueprints since the last read. Does no I/O.</summary>
/// <param name="before">What was seen then; null if the project was never read.</param>
/// <param name="since">Where nothing is remembered, only what is dated later is news.</param>
internal sealed class BlueprintWatch(IReadOnlyDictionary<string, string[]>? before, DateTimeOffset since)
{
    // More old ones than this do not turn up in a week: a list was not whole before, or a memory is of little use.
    private const int MostStrangers = 20;

    private readonly Dictionary<string, BlueprintState> _before = (before ?? new Dictionary<string, string[]>())
        .Select(pair => (pair.Key, State: BlueprintState.Of(pair.Value)))
        .Where(pair => pair.State is not null)
        .ToDictionary(pair => pair.Key, pair => pair.State!, StringComparer.Ordinal);

    /// <summary>Blueprints that were seen and are not in the list any more, nor in it under another name.</summary>
    public IReadOnlyList<string> Missing(IReadOnlyList<Blueprint> now)
    {
        var renamed = Renames(now).Values.ToHashSet(StringComparer.Ordinal);
        var there = now.Select(blueprint => blueprint.Key).ToHashSet(StringComparer.Ordinal);
        return [.. _before.Keys.Where(key => !there.Contains(key) && !renamed.Contains(key))];
    }

    public BlueprintState? Before(string key) => _before.GetValueOrDefault(key);

    public static string NameOf(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>News of each blueprint in the order of the list; those without any are left out.</summary>
    public IEnumerable<(Blueprint Blueprint, IReadOnlyList<BlueprintNews> News)> Compare(IReadOnlyList<Blueprint> now)
    {
        var renames = Renames(now);
        var strangers = now.Count(blueprint => IsStranger(blueprint) && !renames.ContainsKey(blueprint.Key));
        var tellsStrangers = before is not null && strangers <= MostStrangers;
        foreach (var blueprint in now)
        {
            IReadOnlyList<BlueprintNews> news = renames.TryGetValue(blueprint.Key, out var old)
                ? [BlueprintNews.Renamed(NameOf(old), blueprint.Name), .. Moves(old, blueprint)]
                : [.. NewsOf(blueprint, tellsStrangers)];
            if (news.Count > 0)
                yield return (blueprint, news);
        }
    }

    private IEnumerable<BlueprintNews> NewsOf(Blueprint blueprint, bool tellsStrangers)
    {
        if (_before.TryGetValue(blueprint.Key, out var old))
            return BlueprintNews.Between(old, blueprint.State);
        if (!IsStranger(blueprint) || tellsStrangers)
            return [BlueprintNews.New];
        if (before is not null)
            return [];

        // Never read before, or read by a version whose memory is of no use: the dates tell a little.
        return blueprint.Completed >= since || blueprint.Started >= since
            ? [new BlueprintNews(
                BlueprintSettings.Implementation, blueprint.State.Implementation, blueprint.State.Implementation)]
            : [];
    }

    private IEnumerable<BlueprintNews> Moves(string old, Blueprint blueprint) =>
        BlueprintNews.Between(_before[old], blueprint.State);

    private bool IsStranger(Blueprint blueprint) =>
        !_before.ContainsKey(blueprint.Key) && !(blueprint.Created >= since);

    /// <summary>New key to old key: the moment of creation is the same.</summary>
    private Dictionary<string, string> Renames(IReadOnlyList<Blueprint> now)
    {
        var there = now.Select(blueprint => blueprint.Key).ToHashSet(StringComparer.Ordinal);
        var gone = _before.Where(pair => !there.Contains(pair.Key) && pair.Value.Created.Length > 0)
            .GroupBy(pair => pair.Value.Created, StringComparer.Ordinal)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.Single().Key, StringComparer.Ordinal);
        return now.Where(blueprint => !_before.ContainsKey(blueprint.Key) && gone.ContainsKey(blueprint.State.Created))
            .DistinctBy(blueprint => blueprint.State.Created)
            .ToDictionary(
                blueprint => blueprint.Key, blueprint => gone[blueprint.State.Created], StringComparer.Ordinal);
    }
}
