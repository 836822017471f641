using Digest.Compose.Stories.Objects;
using Digest.Compose.Stories.Titles;

namespace Digest.Compose.Stories.Grouping;

/// <summary>Joins items that are the same thing: by what their sources say they are, then by their addresses.</summary>
internal sealed class IdentityJoin(Unions unions)
{
    // Something that so many items claim to be, and that yet are not one, is no identity.
    private const int MostHeads = 16;

    // Where one source links two of its items to one page, their titles have to say which of them another one means.
    private const float LeastLikeness = 0.5f;
    private const float SameTitle = 0.95f;

    private readonly Dictionary<string, List<Node>> _objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Node>> _addresses = new(StringComparer.Ordinal);

    public void Run(IReadOnlyList<Node> nodes)
    {
        foreach (var node in nodes)
        {
            foreach (var key in node.Keys.Objects)
                JoinByObject(node, key, $"same {ObjectNames.Of(key)}");
            foreach (var key in node.Keys.Thread)
                JoinByObject(node, key, "same message thread");
        }

        foreach (var node in nodes)
            CollectAddress(node);
        foreach (var (key, group) in _addresses)
            JoinByAddress(key, group);
    }

    /// <summary>The items that are a thing, whatever the evidence; the first one first.</summary>
    public IEnumerable<Node> Owners(string key) =>
        (_objects.GetValueOrDefault(key) ?? []).Concat(_addresses.GetValueOrDefault(key) ?? []);

    private void JoinByObject(Node node, string key, string reason)
    {
        Register(key, node);
        if (KeyForm.WithoutProject(key) is { } bare)
            Register(bare, node);

        foreach (var head in _objects[key].Take(MostHeads))
        {
            if (head != node && unions.Join(head, node, reason))
                return;
        }
    }

    private void Register(string key, Node node)
    {
        if (!_objects.TryGetValue(key, out var heads))
            _objects[key] = heads = [];
        if (heads.Count < MostHeads && !heads.Contains(node))
            heads.Add(node);
    }

    private void CollectAddress(Node node)
    {
        if (node.Keys.Address is not { } address)
            return;

        if (TwoThings.RowOf(address.Key) is not null)
            JoinByObject(node, address.Key, $"same {ObjectNames.Of(address.Key)}");

        if (!_addresses.TryGetValue(address.Key, out var group))
            _addresses[address.Key] = group = [];

        group.Add(node);
    }

    private void JoinByAddress(string key, List<Node> group)
    {
        var reason = $"same {ObjectNames.Of(key)}";
        var heads = _objects.GetValueOrDefault(key) is { } owners ? owners.ToList() : [];
        var isShared = group.Concat(heads).DistinctBy(node => node.Root).GroupBy(node => node.Item.SourceId)
            .Any(source => source.Skip(1).Any());
        foreach (var node in group)
        {
            if (!Choose(node, heads, isShared).Any(head => unions.Join(head, node, reason)) && heads.Count < MostHeads)
                heads.Add(node);
        }
    }

    // A site that is moved gives its pages new identities: one page under one title is the same again.
    private static bool IsAgain(Node one, Node other) =>
        TextComparer.Compare(one.Text, other.Text) is { Veto: null, Score: >= SameTitle };

    // One source that links two items to one page tells two things: releases do it with their milestone.
    private static IEnumerable<Node> Choose(Node node, List<Node> heads, bool isShared)
    {
        var others = heads.Where(head => head == node || head.Root == node.Root
            || ((head.Item.SourceId != node.Item.SourceId || IsAgain(head, node))
                && TitleComparer.HardVeto(head.Text.Title, node.Text.Title) is null));
        return isShared
            ? others.Select(head => (Head: head, Likeness: TextComparer.Compare(head.Text, node.Text)))
                .Where(pair => pair.Head.Root == node.Root || pair.Likeness.Score >= LeastLikeness)
                .OrderByDescending(pair => pair.Likeness.Score)
                .Select(pair => pair.Head)
            : others;
    }
}
