using Digest.Gather;
using Digest.Storage.Sql;

namespace Digest.Storage.Gather;

internal sealed class SourceStateRow
{
    public string Newsletter { get; init; } = "";

    public string SourceId { get; init; } = "";

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public string? LastSuccess { get; init; }

    public string? LastTry { get; init; }

    public string? LastError { get; init; }

    public int Failures { get; init; }

    public string? Memory { get; init; }

    public static SourceStateRow From(string newsletter, string sourceId, SourceState state) => new()
    {
        Newsletter = newsletter,
        SourceId = sourceId,
        ETag = state.ETag,
        LastModified = state.LastModified,
        LastSuccess = SqlTime.Write(state.LastSuccess),
        LastTry = SqlTime.Write(state.LastTry),
        LastError = state.LastError,
        Failures = state.Failures,
        Memory = state.Memory,
    };

    public SourceState ToState() => new()
    {
        ETag = ETag,
        LastModified = LastModified,
        LastSuccess = SqlTime.ReadOptional(LastSuccess),
        LastTry = SqlTime.ReadOptional(LastTry),
        LastError = LastError,
        Failures = Failures,
        Memory = Memory,
    };
}
