using Digest.Compose.Stories.Titles;

namespace Digest.Compose.Stories.Grouping;

/// <summary>
/// Joins what was posted a second time word for word, whatever title it got there. Short texts are too often the same
/// line under every post.
/// </summary>
internal sealed class SameTextJoin(Unions unions)
{
    private const int MostHeads = 8;

    private readonly Dictionary<(ulong, int), List<Node>> _texts = [];

    public void Run(IReadOnlyList<Node> nodes)
    {
        foreach (var node in nodes)
        {
            var (hash, width) = node.Text.Print;
            if (width < StoryText.LeastPrint)
                continue;

            if (!_texts.TryGetValue((hash, width), out var heads))
                _texts[(hash, width)] = heads = [];

            var isJoined = heads.Any(head => IsRepost(head, node) && unions.Join(head, node, "same text"));
            if (!isJoined && heads.Count < MostHeads)
                heads.Add(node);
        }
    }

    private static bool IsRepost(Node one, Node other) =>
        one.IsOtherVoice(other) && (one.When - other.When).Duration() <= SimilarityJoin.Window
        && TitleComparer.MayBeRetitled(one.Text.Title, other.Text.Title);
}
