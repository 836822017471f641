namespace Digest.Gather;

/// <summary>What a gathering came to, source by source, in the order of <c>newsletter.yml</c>.</summary>
public sealed record GatherReport(IReadOnlyList<SourceResult> Sources)
{
    public int NewItems => Sources.Sum(source => source.New);

    /// <summary>True if no source failed; those that were not asked did not.</summary>
    public bool AllRead => Sources.All(source => source.Error is null);
}

/// <summary>What reading one source came to.</summary>
public sealed record SourceResult
{
    public required string SourceId { get; init; }

    /// <summary>Items in the source's answer.</summary>
    public int Read { get; init; }

    /// <summary>Items the ledger had not seen.</summary>
    public int New { get; init; }

    /// <summary>Items dated after the run's moment: left for a later run.</summary>
    public int HeldBack { get; init; }

    /// <summary>True if the source said that nothing changed.</summary>
    public bool Unchanged { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why the source could not be read; null if it was.</summary>
    public string? Error { get; init; }

    /// <summary>
    /// Until when and why the source was not asked: it rests, or its server asked to wait; null if it was asked.
    /// </summary>
    public string? NotAsked { get; init; }
}
