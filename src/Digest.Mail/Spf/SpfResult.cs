namespace Digest.Mail.Spf;

/// <summary>What a check came to.</summary>
/// <param name="Verdict">The result.</param>
/// <param name="Reason">A clause for a person. May quote records, which are untrusted.</param>
/// <param name="Trail">Every term that was looked at, and what it came to.</param>
/// <param name="Lookups">Terms that needed DNS; ten are allowed (RFC 7208 §4.6.4).</param>
/// <param name="Voids">Questions without an answer; two are allowed.</param>
public sealed record SpfResult(
    SpfVerdict Verdict, string Reason, IReadOnlyList<string> Trail, int Lookups, int Voids);
