using Digest.Compose.Stories.Grouping;
using Digest.Model;

namespace Digest.Compose.Stories;

/// <summary>
/// Joins items about the same thing: what an editor said first, then identity, then what an item is about, then the
/// same text, then alike words. The first seen stands for all. The same items give the same stories in whichever order
/// they come.
/// </summary>
internal static class StoryGrouper
{
    public static IReadOnlyList<Story> Group(IReadOnlyList<Item> items, IReadOnlyList<SourceDefinition> sources) =>
        Group(items, sources, StoryLedger.Empty).Fresh;

    /// <param name="items">New items: none of them is in the ledger's stories.</param>
    public static StoryGrouping Group(
        IReadOnlyList<Item> items, IReadOnlyList<SourceDefinition> sources, StoryLedger ledger)
    {
        var nodes = Nodes(items, sources, ledger);
        var unions = new Unions(ledger.Verdicts);
        JoinAsJudged(nodes, ledger.Verdicts, unions);
        var identities = new IdentityJoin(unions);
        identities.Run(nodes);
        new MentionJoin(unions, identities).Run(nodes);
        new SameTextJoin(unions).Run(nodes);
        var similarity = new SimilarityJoin(unions);
        similarity.Run(nodes);
        return new StoryGrouping([.. Fresh(nodes)], [.. Joined(nodes)], similarity.Comparisons);
    }

    // The draft's stories come first, so that they take new items in. Items of one gathering share a moment: the source
    // that the editor named first goes first.
    private static List<Node> Nodes(
        IReadOnlyList<Item> items, IReadOnlyList<SourceDefinition> sources, StoryLedger ledger)
    {
        var places = sources.Index().ToDictionary(source => source.Item.Id, source => source.Index);
        var placed = ledger.Placed.Select(placed => (placed.Item, Placed: (PlacedItem?)placed));
        return [.. placed.Concat(items.Select(item => (Item: item, Placed: (PlacedItem?)null)))
            .OrderBy(one => one.Placed is null ? 2 : one.Placed.StoryId == one.Item.Id ? 0 : 1)
            .ThenBy(one => one.Item.FirstSeen)
            .ThenBy(one => places.GetValueOrDefault(one.Item.SourceId, int.MaxValue))
            .ThenBy(one => one.Item.Content.Published ?? one.Item.FirstSeen)
            .ThenBy(one => one.Item.Id, StringComparer.Ordinal)
            .Select((one, order) => new Node(order, one.Item, one.Placed))];
    }

    private static void JoinAsJudged(List<Node> nodes, IReadOnlyList<StoryVerdict> verdicts, Unions unions)
    {
        var byStory = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var node in nodes.Where(node => node.Placed is not null))
        {
            if (!byStory.TryAdd(node.StoryId!, node))
                unions.Join(byStory[node.StoryId!], node, node.Placed!.Place?.Reason ?? "");
        }

        if (verdicts.Count == 0)
            return;

        var byId = nodes.ToDictionary(node => node.Item.Id, StringComparer.Ordinal);
        var known = verdicts.Where(v => byId.ContainsKey(v.One) && byId.ContainsKey(v.Other)).ToList();
        foreach (var node in known.SelectMany(verdict => new[] { byId[verdict.One], byId[verdict.Other] }))
            (node.IsJudged, node.Root.IsJudged) = (true, true);
        foreach (var (one, other) in known.Where(v => !v.IsOne).Select(v => (byId[v.One], byId[v.Other])))
            (one.StandsAlone, other.StandsAlone) = (true, true);
        foreach (var verdict in known.Where(verdict => verdict.IsOne))
            unions.Join(byId[verdict.One], byId[verdict.Other], "an editor joined them");
    }

    private static IEnumerable<Story> Fresh(List<Node> nodes) => nodes
        .Where(node => node.Root == node && node.StoryId is null)
        .Select(lead => new Story(lead.Item, [.. Others(lead).Select(node => new StoryMember(node.Item, node.Reason!))])
        {
            StandsAlone = lead.StandsAlone,
        });

    private static IEnumerable<StoryPlace> Joined(List<Node> nodes) => nodes
        .Where(node => node.Placed is null && node.Root.StoryId is not null)
        .Select(node => new StoryPlace(node.Item.Id, node.Root.StoryId!, node.Reason!, []));

    private static IEnumerable<Node> Others(Node lead) =>
        lead.All.Where(node => node != lead).OrderBy(node => node.Order);
}
