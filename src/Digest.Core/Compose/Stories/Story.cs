using Digest.Model;

namespace Digest.Compose.Stories;

/// <summary>Items of one or more sources about the same thing.</summary>
/// <param name="Lead">The item that stands for all: its title, text and link are the draft's.</param>
/// <param name="Also">The others, in the order they joined.</param>
internal sealed record Story(Item Lead, IReadOnlyList<StoryMember> Also)
{
    /// <summary>What earlier issues told of it, newest first.</summary>
    public IReadOnlyList<Coverage> Covered { get; init; } = [];

    /// <summary>
    /// True if it is news even where the draft links its page already: an editor took it out of another story, or
    /// something became of a thing that the draft tells of.
    /// </summary>
    public bool StandsAlone { get; init; }

    public IEnumerable<Item> Items => Also.Select(member => member.Item).Prepend(Lead);
}

/// <param name="Item">An item beside the lead.</param>
/// <param name="Reason">Why it is taken for the same story, for an editor: <c>same change 38230</c>.</param>
internal sealed record StoryMember(Item Item, string Reason);
