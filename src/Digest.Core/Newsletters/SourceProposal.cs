namespace Digest.Newsletters;

/// <summary>A feed that is to be written into a newsletter's sources.</summary>
public sealed record SourceProposal
{
    /// <summary>Unique among the newsletter's sources.</summary>
    public required string Id { get; init; }

    public required Uri Url { get; init; }

    /// <summary>A BCP 47 tag; null if the feed is to say itself.</summary>
    public string? Language { get; init; }

    /// <summary>One line each.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The source as one YAML mapping.</summary>
    internal string ToYaml()
    {
        var language = Language is null ? "" : $", language: {Language}";
        var tags = Tags.Count == 0 ? "" : $", tags: [{string.Join(", ", Tags.Select(YamlQuoted.Of))}]";
        return $"{{ id: {Id}, type: feed, url: {YamlQuoted.Of(Url.AbsoluteUri)}{language}{tags} }}";
    }
}
