namespace Digest.Model;

/// <summary>What <c>newsletter.yml</c> may say of one kind of source. Every connector declares its own.</summary>
public sealed record SourceKind
{
    /// <summary>The <c>type</c> that names it: <c>feed</c>, <c>gerrit</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Where such a source can lie.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>A line that names a place rightly: <c>url: https://review.example.org</c>.</summary>
    public required string Example { get; init; }

    /// <summary>Keys of its own, beside those that every source has.</summary>
    public IReadOnlyList<SourceSetting> Settings { get; init; } = [];
}

/// <summary>Where a source can lie.</summary>
public enum SourcePlace
{
    /// <summary>A web address, under <c>url</c>.</summary>
    Url,

    /// <summary>A file or folder below the newsletter's folder, under <c>path</c>.</summary>
    Path,

    /// <summary>One of the two.</summary>
    UrlOrPath,

    /// <summary>Neither: its own keys say all.</summary>
    None,

    /// <summary>A web address under <c>url</c>, or none: the kind knows the usual one.</summary>
    OptionalUrl,
}
