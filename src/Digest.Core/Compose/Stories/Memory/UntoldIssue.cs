using Digest.Model;

namespace Digest.Compose.Stories.Memory;

/// <summary>An approved or imported issue that nothing was remembered of yet.</summary>
/// <param name="Content">As it was frozen.</param>
/// <param name="Items">The items in it, and those that joined their stories.</param>
public sealed record UntoldIssue(FrozenIssue Content, IReadOnlyList<GatheredItem> Items);
