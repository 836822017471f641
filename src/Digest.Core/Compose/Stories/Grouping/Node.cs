using Digest.Compose.Stories.Objects;
using Digest.Compose.Stories.Titles;
using Digest.Model;

namespace Digest.Compose.Stories.Grouping;

/// <summary>
/// An item on its way into a story. Nodes of one story form a tree below the one that comes first; only that root
/// knows what all of them bring.
/// </summary>
internal sealed class Node(int order, Item item, PlacedItem? placed)
{
    private Node? _parent;
    private StoryText? _text;
    private ItemKeys? _keys;

    /// <summary>The place in the order in which items are looked at: the lowest leads.</summary>
    public int Order => order;

    public Item Item => item;

    public PlacedItem? Placed => placed;

    /// <summary>Why it joined the story that it is in; null for a lead.</summary>
    public string? Reason { get; private set; }

    public ItemKeys Keys => _keys ??= ItemKeys.Of(item.Content);

    public StoryText Text => _text ??= StoryText.Of(item.Content);

    /// <summary>Of a root: all that are one story with it, itself among them.</summary>
    public List<Node> Members { get; private set; } = [];

    /// <summary>Of a root: the id of the open draft's story, or null for a new one.</summary>
    public string? StoryId { get; private set; } = placed?.StoryId;

    /// <summary>True if an editor said something of it.</summary>
    public bool IsJudged { get; set; }

    /// <summary>See <see cref="Story.StandsAlone"/>.</summary>
    public bool StandsAlone { get; set; }

    /// <summary>When it happened, as far as anybody knows.</summary>
    public DateTimeOffset When => item.Content.Published ?? item.FirstSeen;

    public Node Root
    {
        get
        {
            var root = this;
            while (root._parent is { } parent)
                root = parent;

            // Every step of the way points to the root from now on, or long chains would be walked again and again.
            for (var node = this; node != root;)
            {
                var next = node._parent!;
                node._parent = root;
                node = next;
            }

            return root;
        }
    }

    /// <summary>
    /// True if two people may have told one story in them. One source tells its news once each, unless it passes on
    /// what others write, as a planet does: then they live on two sites.
    /// </summary>
    public bool IsOtherVoice(Node other) => other.Keys.Host is { } otherHost && Keys.Host is { } host
        ? host != otherHost || (other.Item.SourceId != Item.SourceId && !AreTwoThreads(other))
        : other.Item.SourceId != Item.SourceId;

    // Two mails that answer nothing begin two threads of one archive, even if both are called "Meeting reminder".
    private bool AreTwoThreads(Node other) =>
        Item.Content.Kind == ItemKind.Message && other.Item.Content.Kind == ItemKind.Message
        && !Text.Title.IsAnswer && !other.Text.Title.IsAnswer;

    /// <summary>Takes another root into this one's story.</summary>
    public void Take(Node other, string reason)
    {
        other._parent = this;
        other.Reason = reason;
        if (Members.Count == 0)
            Members = [this];

        Members.AddRange(other.Members.Count == 0 ? [other] : other.Members);
        other.Members = [];
        StoryId ??= other.StoryId;
        IsJudged |= other.IsJudged;
        StandsAlone |= other.StandsAlone;
    }

    public IEnumerable<Node> All => Members.Count == 0 ? [this] : Members;
}
