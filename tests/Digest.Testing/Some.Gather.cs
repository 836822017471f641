using Digest.Gather;
using Digest.Model;

namespace Digest.Testing;

public static partial class Some
{
    /// <summary>The moment of a run.</summary>
    public static DateTimeOffset RunMoment { get; } = new(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);

    public static SourceDefinition FeedSource(string id = "planet") => new()
    {
        Id = id,
        Type = "feed",
        Url = new Uri("https://planet.example/feed.xml"),
    };

    public static SourceRequest Request(SourceDefinition source, SourceState? state = null) =>
        new(Newsletter(), source, state ?? SourceState.Empty) { Now = RunMoment, Since = RunMoment.AddDays(-14) };

    public static GatheredItem GatheredItem(string id = "1", DateTimeOffset? published = null) => new()
    {
        ExternalId = id,
        Title = $"Item {id}",
        Url = $"https://planet.example/{id}",
        Published = published,
    };
}
