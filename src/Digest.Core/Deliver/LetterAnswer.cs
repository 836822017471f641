using Digest.Model;

namespace Digest.Deliver;

/// <summary>Why letters of an issue are where they are: one answer and how many got it.</summary>
/// <param name="State">Failed, Deferred or Uncertain.</param>
/// <param name="Reply">What the server said. Untrusted text.</param>
/// <param name="Count">How many letters got it.</param>
/// <param name="NextTry">When the first of them is tried again; null if none is.</param>
public sealed record LetterAnswer(LetterState State, string Reply, int Count, DateTimeOffset? NextTry);
