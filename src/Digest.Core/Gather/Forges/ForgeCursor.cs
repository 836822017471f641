namespace Digest.Gather.Forges;

/// <summary>How far one list of a forge has been read.</summary>
internal sealed record ForgeCursor
{
    /// <summary>Validator of the list's first page, verbatim.</summary>
    public string? ETag { get; init; }

    /// <summary>What happened before is told; null only where nothing is remembered of the list.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Ids of what was not ready to be told, and may become so without a new date.</summary>
    public IReadOnlyList<long> Waiting { get; init; } = [];
}
