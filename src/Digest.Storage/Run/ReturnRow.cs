using Digest.Run;
using Digest.Storage.Sql;

namespace Digest.Storage.Run;

/// <summary>A row of <c>bounce</c>.</summary>
internal sealed class ReturnRow
{
    public long LetterId { get; init; }

    public string Kind { get; init; } = "";

    public string? Code { get; init; }

    public string Evidence { get; init; } = "";

    public string Seen { get; init; } = "";

    public LetterReturn ToReturn() => new(LetterId, Kind, Code, Evidence, SqlTime.Read(Seen));
}
