namespace Digest.Model;

/// <summary>One place items come from, as <c>newsletter.yml</c> names it.</summary>
public sealed record SourceDefinition
{
    public required string Id { get; init; }

    /// <summary>The name of the connector that reads it: <c>feed</c>, <c>gerrit</c>.</summary>
    public required string Type { get; init; }

    /// <summary>
    /// The address, for sources on the web. At most one of <see cref="Url"/> and <see cref="Path"/> is set.
    /// </summary>
    public Uri? Url { get; init; }

    /// <summary>The absolute path, for sources on disk.</summary>
    public string? Path { get; init; }

    /// <summary>The language of its items where they do not say; the newsletter's if null.</summary>
    public string? Language { get; init; }

    /// <summary>Tags that every item of this source carries besides its own.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>
    /// Whom a server's wish to wait holds for: <c>host</c> (also for null), <c>source</c>, or a domain whose hosts
    /// share one limit.
    /// </summary>
    public string? Wait { get; init; }

    /// <summary>The keys that only its kind has.</summary>
    public SourceSettingValues Settings { get; init; } = SourceSettingValues.None;
}
