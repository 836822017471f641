using Digest.Gather;
using Digest.Model;

namespace Digest.Testing;

public static partial class Some
{
    public static SourceDefinition FeedSource(string id = "planet") => new()
    {
        Id = id,
        Type = "feed",
        Url = new Uri("https://planet.example/feed.xml"),
    };

    public static SourceRequest Request(SourceDefinition source, SourceState? state = null) =>
        new(Newsletter(), source, state ?? SourceState.Empty);

    public static GatheredItem GatheredItem(string id = "1", DateTimeOffset? published = null) => new()
    {
        ExternalId = id,
        Title = $"Item {id}",
        Url = $"https://planet.example/{id}",
        Published = published,
    };
}
