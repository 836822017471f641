using Digest.Model;
using Digest.Storage.Sql;

namespace Digest.Storage.Rows;

/// <summary>A row of <c>issue</c>, which every stage but gathering reads.</summary>
internal class IssueRow
{
    public const string Columns =
        """
        i.newsletter AS Newsletter, i.label AS Label, i.number AS Number, i.id AS Id, i.title AS Title,
        i.from_day AS FromDay, i.to_day AS ToDay, i.cut_off AS CutOff, i.state AS State, i.created AS Created,
        i.approved AS Approved, i.sent AS Sent, i.content_hash AS ContentHash, i.imported AS Imported
        """;

    public string Newsletter { get; init; } = "";

    public string Label { get; init; } = "";

    public int? Number { get; init; }

    public string Id { get; init; } = "";

    public string Title { get; init; } = "";

    public string FromDay { get; init; } = "";

    public string ToDay { get; init; } = "";

    public string CutOff { get; init; } = "";

    public string State { get; init; } = "";

    public string Created { get; init; } = "";

    public string? Approved { get; init; }

    public string? Sent { get; init; }

    public string? ContentHash { get; init; }

    public int Imported { get; init; }

    public static IssueRow From(Issue issue) => new()
    {
        Newsletter = issue.Ref.Newsletter,
        Label = issue.Ref.Label,
        Number = issue.Number,
        Id = issue.Id,
        Title = issue.Title,
        FromDay = SqlTime.Write(issue.From),
        ToDay = SqlTime.Write(issue.To),
        CutOff = SqlTime.Write(issue.CutOff),
        State = SqlName.Write(issue.State),
        Created = SqlTime.Write(issue.Created),
        Approved = SqlTime.Write(issue.Approved),
        Sent = SqlTime.Write(issue.Sent),
        ContentHash = issue.ContentHash,
        Imported = issue.Imported ? 1 : 0,
    };

    public Issue ToIssue() => new()
    {
        Ref = new IssueRef(Newsletter, Label),
        Number = Number,
        Id = Id,
        Title = Title,
        From = SqlTime.ReadDay(FromDay),
        To = SqlTime.ReadDay(ToDay),
        CutOff = SqlTime.Read(CutOff),
        State = SqlName.Read<IssueState>(State),
        Created = SqlTime.Read(Created),
        Approved = SqlTime.ReadOptional(Approved),
        Sent = SqlTime.ReadOptional(Sent),
        ContentHash = ContentHash,
        Imported = Imported != 0,
    };
}
