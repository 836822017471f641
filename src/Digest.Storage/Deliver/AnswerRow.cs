using Digest.Deliver;
using Digest.Model;
using Digest.Storage.Sql;

namespace Digest.Storage.Deliver;

/// <summary>A group of rows of <c>letter</c> with one state and one reply.</summary>
internal sealed class AnswerRow
{
    public string State { get; init; } = "";

    public string Reply { get; init; } = "";

    public long Count { get; init; }

    /// <summary>The earliest; empty for none.</summary>
    public string Due { get; init; } = "";

    public LetterAnswer ToAnswer() => new(
        SqlName.Read<LetterState>(State), Reply, checked((int)Count), SqlTime.ReadOptional(Due));
}
