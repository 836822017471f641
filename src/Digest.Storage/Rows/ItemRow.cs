using Digest.Model;
using Digest.Storage.Sql;

namespace Digest.Storage.Rows;

/// <summary>A row of <c>item</c>, which gathering writes and composing reads.</summary>
internal sealed class ItemRow
{
    public const string Columns =
        "id AS Id, newsletter AS Newsletter, source_id AS SourceId, first_seen AS FirstSeen, content AS Content";

    public string Id { get; init; } = "";

    public string Newsletter { get; init; } = "";

    public string SourceId { get; init; } = "";

    public string ExternalId { get; init; } = "";

    public string FirstSeen { get; init; } = "";

    public string Content { get; init; } = "";

    public static ItemRow From(string newsletter, string sourceId, GatheredItem item, DateTimeOffset now) => new()
    {
        Id = ItemId.Of(newsletter, sourceId, item.ExternalId),
        Newsletter = newsletter,
        SourceId = sourceId,
        ExternalId = item.ExternalId,
        FirstSeen = SqlTime.Write(now),
        Content = SqlJson.Write(item),
    };

    public Item ToItem() => new()
    {
        Id = Id,
        Newsletter = Newsletter,
        SourceId = SourceId,
        FirstSeen = SqlTime.Read(FirstSeen),
        Content = SqlJson.Read<GatheredItem>(Content),
    };
}
