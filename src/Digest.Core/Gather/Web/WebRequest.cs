namespace Digest.Gather.Web;

/// <summary>A web address to ask, and how.</summary>
internal sealed record WebRequest(Uri Address)
{
    public const string FeedTypes =
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";

    /// <summary>The value of the Accept header.</summary>
    public string Accept { get; init; } = "*/*";

    /// <summary>Validators of the copy that is at hand, verbatim.</summary>
    public string? ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    public string? LastModified { get; init; }

    /// <summary>A header with a secret, sent to the host of <see cref="Address"/> alone and written nowhere.</summary>
    public (string Name, string Value)? Credentials { get; init; }

    /// <summary>
    /// The most bytes of the answer, decompressed; null for <see cref="GatherOptions.MaxFeedBytes"/>.
    /// </summary>
    public int? MaxBytes { get; init; }

    /// <summary>The read that asks. A <see cref="WebSession"/> fills it in.</summary>
    public SourceReading? Reading { get; init; }

    public bool IsConditional => (ETag ?? LastModified) is not null;
}
