using Digest.Model;

namespace Digest.Gather.Forges;

/// <summary>One list of a forge: the releases of a repository, the merge requests of a group.</summary>
/// <param name="Key">Its name in the memory.</param>
/// <param name="ReadAsync">Reads it from a cursor on.</param>
internal sealed record ForgeList(string Key, Func<ForgeCursor, CancellationToken, Task<ForgeListRead>> ReadAsync);

/// <summary>What reading one list came to.</summary>
/// <param name="Items">Nothing of them is told twice, whichever list it stands in.</param>
/// <param name="ETag">The validator of its first page.</param>
internal sealed record ForgeListRead(IReadOnlyList<GatheredItem> Items, string? ETag)
{
    public bool IsUnchanged { get; init; }

    /// <inheritdoc cref="ForgeCursor.Waiting"/>
    public IReadOnlyList<long> Waiting { get; init; } = [];

    public IReadOnlyList<string> Warnings { get; init; } = [];
}
