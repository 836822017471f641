using Digest.Run;
using Digest.Storage.Sql;

namespace Digest.Storage.Run;

internal sealed class RunRow
{
    public const string Columns =
        """
        id AS Id, newsletter AS Newsletter, state AS State, at AS At, started AS Started, finished AS Finished,
        report AS Report
        """;

    public string Id { get; init; } = "";

    public string Newsletter { get; init; } = "";

    public string State { get; init; } = "";

    public string? At { get; init; }

    public string Started { get; init; } = "";

    public string? Finished { get; init; }

    public string? Report { get; init; }

    public RunRecord ToRecord() => new()
    {
        Id = Id,
        Newsletter = Newsletter,
        State = SqlName.Read<RunState>(State),
        At = SqlTime.ReadOptional(At),
        Started = SqlTime.Read(Started),
        Finished = SqlTime.ReadOptional(Finished),
        ReportJson = Report,
    };
}
