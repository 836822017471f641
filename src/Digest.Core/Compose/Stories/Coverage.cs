using Digest.Model;

namespace Digest.Compose.Stories;

/// <summary>
/// What an earlier issue told of a story. An equal address is evidence and no proof: an editor decides.
/// </summary>
/// <param name="Issue">The issue that told it.</param>
/// <param name="Title">The issue's title as readers know it: <c>第六期</c>, or the whole title of a special issue.</param>
/// <param name="Kind">What the story seems to be beside the earlier one.</param>
/// <param name="Reason">Why, for an editor: <c>same blueprint nova/no-valid-host</c>.</param>
public sealed record Coverage(IssueRef Issue, string Title, CoverageKind Kind, string Reason);

/// <summary>What a story seems to be beside one that an earlier issue told.</summary>
public enum CoverageKind
{
    /// <summary>The same thing with nothing new.</summary>
    Repeat,

    /// <summary>The same thing, and something became of it.</summary>
    FollowUp,

    /// <summary>It only mentions the earlier one.</summary>
    Reference,
}
