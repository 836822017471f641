using Digest.Gather;
using Digest.Storage.Sql;

namespace Digest.Storage.Gather;

internal sealed class HostWaitRow
{
    public string Scope { get; init; } = "";

    public string Until { get; init; } = "";

    public string Reason { get; init; } = "";

    public static HostWaitRow From(HostWait wait) => new()
    {
        Scope = wait.Scope,
        Until = SqlTime.Write(wait.Until),
        Reason = wait.Reason,
    };

    public HostWait ToWait() => new(Scope, SqlTime.Read(Until), Reason);
}
