using Digest.Model;

namespace Digest.Compose.Stories;

/// <summary>Joins items of different sources that lead to one address; the first seen stands for all.</summary>
internal static class StoryGrouper
{
    public static IReadOnlyList<Story> Group(IReadOnlyList<Item> items, IReadOnlyList<SourceDefinition> sources)
    {
        var places = sources.Index().ToDictionary(source => source.Item.Id, source => source.Index);
        var leaders = new List<(Item Item, List<StoryMember> Also)>();
        var byAddress = new Dictionary<string, (Item Item, List<StoryMember> Also)>(StringComparer.Ordinal);

        // Items of one gathering share a moment: the source that the editor named first goes first.
        foreach (var item in items
            .OrderBy(item => item.FirstSeen)
            .ThenBy(item => places.GetValueOrDefault(item.SourceId, int.MaxValue))
            .ThenBy(item => item.Content.Published ?? item.FirstSeen)
            .ThenBy(item => item.Id, StringComparer.Ordinal))
        {
            var address = CanonicalUrl.Of(item.Content.Url);
            if (address is not null && byAddress.TryGetValue(address, out var leader)
                && leader.Item.SourceId != item.SourceId)
            {
                leader.Also.Add(new StoryMember(item, $"same address {item.Content.Url}"));
                continue;
            }

            // One source that links two items to one page tells two things: releases do it with their milestone.
            leaders.Add((item, []));
            if (address is not null)
                byAddress.TryAdd(address, leaders[^1]);
        }

        return [.. leaders.Select(leader => new Story(leader.Item, leader.Also))];
    }
}
