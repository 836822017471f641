using Digest.Model;

namespace Digest.Testing;

public static partial class Some
{
    /// <summary>An item of the newsletter <c>weekly</c>, first seen on 5 November 2026 unless said otherwise.</summary>
    public static Item Item(
        string title = "Keel 2.4 发布",
        string source = "planet",
        string? url = null,
        string body = "",
        DateTimeOffset? seen = null,
        string? language = null,
        params string[] tags) => new()
        {
            Id = ItemId.Of("weekly", source, title),
            Newsletter = "weekly",
            SourceId = source,
            FirstSeen = seen ?? new DateTimeOffset(2026, 11, 5, 8, 0, 0, TimeSpan.Zero),
            Content = new GatheredItem
            {
                ExternalId = title,
                Title = title,
                Url = url,
                Body = body,
                Language = language,
                Tags = tags,
            },
        };

    public static SectionDefinition Section(
        string title, SectionMatch? match = null, params SectionDefinition[] inner) =>
        new() { Id = title.ToLowerInvariant(), Title = title, Match = match, Sections = inner };
}
