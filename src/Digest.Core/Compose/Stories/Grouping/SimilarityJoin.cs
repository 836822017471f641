using Digest.Compose.Stories.Objects;
using Digest.Compose.Stories.Titles;

namespace Digest.Compose.Stories.Grouping;

/// <summary>
/// Joins stories whose leads tell the same in alike words. Only leads are compared, so that a chain of small likenesses
/// never leads from one story to another. Candidates come from an index of each title's rarest words; of a word that
/// thousands share only the newest few are looked at, which bounds the work for each item whatever the titles are.
/// </summary>
internal sealed class SimilarityJoin(Unions unions)
{
    private const int RarestWords = 8;
    private const int NewestOfWord = 24;

    // A text that names more things is a roundup, and no other telling of one of them.
    private const int MostMentions = 2;

    /// <summary>Things that happened further apart are two stories.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(14);

    private readonly Dictionary<ulong, List<Node>> _index = [];
    private readonly Dictionary<ulong, int> _frequencies = [];
    private readonly Dictionary<Node, int> _hits = [];

    /// <summary>Pairs of texts compared so far.</summary>
    public long Comparisons { get; private set; }

    public void Run(IReadOnlyList<Node> nodes)
    {
        var leads = nodes
            .Where(node => node.Root == node && !node.Text.Title.IsBare && node.Keys.Mentions.Count <= MostMentions)
            .ToList();
        foreach (var unit in leads.SelectMany(lead => lead.Text.Title.Bag))
            _frequencies[unit.Hash] = _frequencies.GetValueOrDefault(unit.Hash) + 1;

        foreach (var lead in leads)
        {
            var words = Rarest(lead.Text.Title);
            if (Find(lead, words) is not var (best, likeness)
                || !unions.Join(best, lead, $"titles {likeness.Percent} % alike"))
            {
                Add(lead, words);
            }
        }
    }

    private (Node Best, Likeness Likeness)? Find(Node lead, List<ulong> words)
    {
        Count(words);
        var least = words.Count > 2 ? 2 : 1;
        (Node Best, Likeness Likeness)? best = null;
        foreach (var (other, shared) in _hits)
        {
            if (shared < least || !other.IsOtherVoice(lead)
                || (other.When - lead.When).Duration() > Window || TwoThings.Are(other.Keys, lead.Keys))
            {
                continue;
            }

            Comparisons++;
            var likeness = TextComparer.Compare(other.Text, lead.Text);
            if (likeness.Veto is null && likeness.Score >= TextComparer.Alike && IsBetter(other, likeness, best))
                best = (other, likeness);
        }

        return best;
    }

    private void Count(List<ulong> words)
    {
        _hits.Clear();
        foreach (var word in words)
        {
            if (!_index.TryGetValue(word, out var nodes))
                continue;

            for (var at = nodes.Count - 1; at >= Math.Max(0, nodes.Count - NewestOfWord); at--)
                _hits[nodes[at]] = _hits.GetValueOrDefault(nodes[at]) + 1;
        }
    }

    private static bool IsBetter(Node other, Likeness likeness, (Node Best, Likeness Likeness)? best) =>
        best is not var (found, score) || likeness.Score > score.Score
        || (likeness.Score == score.Score && other.Order < found.Order);

    private void Add(Node lead, List<ulong> words)
    {
        foreach (var word in words)
        {
            if (!_index.TryGetValue(word, out var nodes))
                _index[word] = nodes = [];

            nodes.Add(lead);
        }
    }

    private List<ulong> Rarest(Title title) =>
    [
        .. title.Bag.Where(unit => unit.Weight > Weights.Common)
            .OrderBy(unit => _frequencies[unit.Hash])
            .ThenBy(unit => unit.Hash)
            .Take(RarestWords)
            .Select(unit => unit.Hash),
    ];
}
