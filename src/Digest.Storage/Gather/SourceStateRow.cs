using Digest.Gather;
using Digest.Storage.Sql;

namespace Digest.Storage.Gather;

internal sealed class SourceStateRow
{
    public string Newsletter { get; init; } = "";

    public string SourceId { get; init; } = "";

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public string? FirstTry { get; init; }

    public string? LastSuccess { get; init; }

    public string? LastTry { get; init; }

    public string? LastError { get; init; }

    public int Failures { get; init; }

    public string? Memory { get; init; }

    public string? Address { get; init; }

    public string? LastNew { get; init; }

    public string? NextTry { get; init; }

    public string? RestsSince { get; init; }

    public string? MovedTo { get; init; }

    public static SourceStateRow From(string newsletter, string sourceId, SourceState state) => new()
    {
        Newsletter = newsletter,
        SourceId = sourceId,
        ETag = state.ETag,
        LastModified = state.LastModified,
        FirstTry = SqlTime.Write(state.FirstTry),
        LastSuccess = SqlTime.Write(state.LastSuccess),
        LastTry = SqlTime.Write(state.LastTry),
        LastError = state.LastError,
        Failures = state.Failures,
        Memory = state.Memory,
        Address = state.Address,
        LastNew = SqlTime.Write(state.LastNew),
        NextTry = SqlTime.Write(state.NextTry),
        RestsSince = SqlTime.Write(state.RestsSince),
        MovedTo = state.MovedTo?.AbsoluteUri,
    };

    public SourceState ToState() => new()
    {
        ETag = ETag,
        LastModified = LastModified,
        FirstTry = SqlTime.ReadOptional(FirstTry),
        LastSuccess = SqlTime.ReadOptional(LastSuccess),
        LastTry = SqlTime.ReadOptional(LastTry),
        LastError = LastError,
        Failures = Failures,
        Memory = Memory,
        Address = Address,
        LastNew = SqlTime.ReadOptional(LastNew),
        NextTry = SqlTime.ReadOptional(NextTry),
        RestsSince = SqlTime.ReadOptional(RestsSince),
        MovedTo = MovedTo is null ? null : new Uri(MovedTo),
    };
}
