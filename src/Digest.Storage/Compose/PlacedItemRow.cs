using Digest.Compose.Stories;
using Digest.Model;
using Digest.Storage.Sql;

namespace Digest.Storage.Compose;

/// <summary>A row of <c>item</c> with its story.</summary>
internal sealed class PlacedItemRow
{
    public const string Columns =
        """
        id AS Id, newsletter AS Newsletter, source_id AS SourceId, first_seen AS FirstSeen, content AS Content,
        issue_label AS IssueLabel, story AS Story, story_reason AS StoryReason, covered AS Covered
        """;

    public string Id { get; init; } = "";

    public string Newsletter { get; init; } = "";

    public string SourceId { get; init; } = "";

    public string FirstSeen { get; init; } = "";

    public string Content { get; init; } = "";

    public string? IssueLabel { get; init; }

    public string? Story { get; init; }

    public string? StoryReason { get; init; }

    public string? Covered { get; init; }

    public PlacedItem ToPlaced() => new(
        new Item
        {
            Id = Id,
            Newsletter = Newsletter,
            SourceId = SourceId,
            FirstSeen = SqlTime.Read(FirstSeen),
            Content = SqlJson.Read<GatheredItem>(Content),
        },
        IssueLabel is null ? null : new IssueRef(Newsletter, IssueLabel),
        Story is null ? null : new StoryPlace(Id, Story, StoryReason ?? "", ReadCovered()));

    private IReadOnlyList<Coverage> ReadCovered() =>
        Covered is null ? [] : SqlJson.Read<IReadOnlyList<Coverage>>(Covered);
}
