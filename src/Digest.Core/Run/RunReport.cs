using Digest.Compose;
using Digest.Deliver;
using Digest.Gather;
using Digest.Lint;
using Digest.Model;
using Digest.Publish;
using Digest.Subscribers;

namespace Digest.Run;

/// <summary>What a run did, stage by stage; a stage that was not reached is null.</summary>
public sealed record RunReport
{
    public required string Newsletter { get; init; }

    /// <summary>The moment the run took for now.</summary>
    public required DateTimeOffset Now { get; init; }

    public GatherReport? Gather { get; init; }

    /// <summary>The import of the newsletter's own subscriber file; null where it keeps none.</summary>
    public ImportReport? Audience { get; init; }

    public ComposeOutcome? Compose { get; init; }

    /// <summary>The issue the run worked on, as it stands after the run.</summary>
    public Issue? Issue { get; init; }

    /// <summary>Items per section, titles from the outside in joined by " › ", in the issue's order.</summary>
    public IReadOnlyList<SectionCount> Sections { get; init; } = [];

    /// <summary>What was found in the draft before it was to be approved; null if no approval was tried.</summary>
    public LintReport? Lint { get; init; }

    public PublishReport? Publish { get; init; }

    public DeliveryReport? Delivery { get; init; }

    /// <summary>Issues of earlier runs whose letters this run went on with, oldest first.</summary>
    public IReadOnlyList<EarlierDelivery> Earlier { get; init; } = [];

    /// <summary>Why the run stopped before its end; null if it did not.</summary>
    public string? Error { get; init; }

    public required RunState State { get; init; }
}

/// <summary>Items of one section.</summary>
public sealed record SectionCount(string Section, int Items);
