using System.Text.RegularExpressions;
using Digest.Compose.Stories.Objects;
using Digest.Compose.Stories.Titles;
using Digest.Model;

namespace Digest.Compose.Stories.Grouping;

/// <summary>
/// Joins an item to the one thing that it is about. A change is about the bug or blueprint that it names, if it names
/// one. Any other text is about a thing only if it names no second one and its title, its brevity or its beginning says
/// so: a roundup that names twenty things joins none of them.
/// </summary>
internal sealed partial class MentionJoin(Unions unions, IdentityJoin identities)
{
    private const int MostHeads = 8;
    private const int ShortBody = 400;
    private const int LastLines = 200;
    private const float LeastLikeness = 0.3f;
    private const float LeastLikenessOfTwo = 0.45f;
    private const float LeastLikenessOfPage = 0.5f;

    private readonly Dictionary<string, List<Node>> _alone = new(StringComparer.Ordinal);

    public void Run(IReadOnlyList<Node> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Item.Content.Kind == ItemKind.Change)
                JoinChange(node);
            else if (node.Item.Content.Kind != ItemKind.Minutes)
                JoinText(node);
        }
    }

    private void JoinChange(Node node)
    {
        var plans = node.Keys.Mentions.Where(key => KeyForm.KindOf(key) is "bug" or "blueprint" or "ticket").ToList();
        if (plans is [var plan] && JoinOwner(node, plan, $"about {ObjectNames.Of(plan)}", _ => true))
            return;

        if (node.Keys.Mentions.Where(key => KeyForm.KindOf(key) == "advisory").ToList() is [var advisory])
            JoinOwner(node, advisory, $"about {ObjectNames.Of(advisory)}", _ => true);
    }

    private void JoinText(Node node)
    {
        var keys = node.Keys;
        if (keys.Mentions is [var thing])
        {
            if (!JoinOwner(node, thing, $"about {ObjectNames.Of(thing)} alone", owner => IsAbout(node, thing, owner)))
                JoinTwin(node, thing, LeastLikenessOfTwo);
        }
        else if (keys.Mentions.Count == 0 && keys.Pages is [var page])
        {
            var reason = $"links {ObjectNames.Of(page)} alone";
            if (!JoinOwner(node, page, reason, owner => Retells(node, owner)))
                JoinTwin(node, page, LeastLikenessOfPage);
        }
    }

    private bool JoinOwner(Node node, string key, string reason, Func<Node, bool> isMeant)
    {
        var owners = identities.Owners(key);
        if (KeyForm.WithoutProject(key) is { } bare)
            owners = owners.Concat(identities.Owners(bare).Where(_ => key.Contains('*', StringComparison.Ordinal)));

        return owners.Take(MostHeads)
            .Any(owner => owner != node && IsNear(node, owner) && isMeant(owner) && unions.Join(owner, node, reason));
    }

    // Two texts about one thing that no source brought itself.
    private void JoinTwin(Node node, string key, float least)
    {
        if (!_alone.TryGetValue(key, out var heads))
            _alone[key] = heads = [];

        var isJoined = heads.Any(head => head.Item.SourceId != node.Item.SourceId && IsNear(node, head)
            && AreAlike(node, head, least) && unions.Join(head, node, $"both about {ObjectNames.Of(key)}"));
        if (!isJoined && heads.Count < MostHeads)
            heads.Add(node);
    }

    private static bool IsAbout(Node node, string key, Node owner)
    {
        var name = key[(key.LastIndexOfAny(['/', '#', '!', ':']) + 1)..];
        var content = node.Item.Content;
        var isNamed = name.Length >= 4 && content.Title.Contains(name, StringComparison.OrdinalIgnoreCase);
        var isNote = content.Body.Length <= ShortBody && node.Keys.Pages.Count == 0;
        return TitleComparer.HardVeto(node.Text.Title, owner.Text.Title) is null
            && (isNamed || isNote || LeadsWith(node, owner) || AreAlike(node, owner, LeastLikeness));
    }

    // Words of two languages cannot be compared: there a text is about what it begins with and says no other thing of.
    private static bool LeadsWith(Node node, Node owner) =>
        node.Text.Title.Writing != owner.Text.Title.Writing && node.Keys.Pages.Count == 0
        && AddressScanner.In(Opening(node)).Count > 0;

    // A translation or a repost names its original; a note in another language that links one page tells of it.
    private static bool Retells(Node node, Node owner)
    {
        if (TitleComparer.HardVeto(node.Text.Title, owner.Text.Title) is not null)
            return false;

        var body = node.Item.Content.Body;
        var isNote = body.Length <= ShortBody && node.Text.Title.Writing != owner.Text.Title.Writing;
        var ending = body[^Math.Min(body.Length, LastLines)..];
        return isNote || Original().IsMatch(Opening(node)) || Original().IsMatch(ending)
            || AreAlike(node, owner, LeastLikenessOfPage);
    }

    private static string Opening(Node node) =>
        node.Item.Content.Body is { Length: > ShortBody } body ? body[..ShortBody] : node.Item.Content.Body;

    [GeneratedRegex(
        @"(?:原文|译自|翻译自|译文|转载自|转自|元記事|原題|翻訳|訳:|\b(?:translat(?:ed|ion) (?:of|from)|originally "
        + @"(?:published|posted|appeared)|reposted from|cross-?posted from|original (?:post|article)))"
        + @"[^\n]{0,80}https?://", RegexOptions.IgnoreCase)]
    private static partial Regex Original();

    private static bool AreAlike(Node node, Node other, float least) =>
        TextComparer.Compare(node.Text, other.Text) is { Veto: null } likeness && likeness.Score >= least;

    private static bool IsNear(Node one, Node other) => (one.When - other.When).Duration() <= SimilarityJoin.Window;
}
