using System.Text.Json;
using Digest.Model;

namespace Digest.Gather.Discourse;

/// <summary>
/// Makes items of the topics of one read. The text of a topic costs a request, so new ones go first, and only so many
/// of a read are asked for: what is left of the known ones stays as it was told.
/// </summary>
internal sealed class DiscourseReading(DiscourseForum forum, SourceDefinition source, DiscourseMemory memory)
{
    private const int MostTexts = 25;

    private readonly HashSet<long> _known = [.. memory.Told];
    private readonly List<GatheredItem> _items = [];
    private readonly List<long> _told = [];

    public async Task<FetchOutcome> RunAsync(
        IReadOnlyList<DiscourseTopic> topics, CancellationToken cancellationToken)
    {
        var names = await forum.CategoriesAsync(cancellationToken);
        var inTurn = topics
            .OrderBy(topic => _known.Contains(topic.Id))
            .ThenByDescending(topic => topic.Id)
            .ToList();
        foreach (var topic in inTurn.Take(MostTexts))
        {
            if (await forum.TopicAsync(topic.Id, cancellationToken) is not { } detail)
                continue;

            Add(topic, detail, names);
            _told.Add(topic.Id);
        }

        // A new topic still has its title; a known one would be told as an empty one.
        foreach (var topic in inTurn.Skip(MostTexts).Where(topic => !_known.Contains(topic.Id)))
            Add(topic, default, names);

        return new FetchOutcome.Fetched(_items, []) { Memory = memory.With(_told) };
    }

    private void Add(DiscourseTopic topic, JsonElement detail, IReadOnlyDictionary<long, string> names)
    {
        var category = topic.Category is { } id ? names.GetValueOrDefault(id) : null;
        _items.Add(DiscourseItems.Of(topic, detail, forum.Root, category, source));
    }
}
