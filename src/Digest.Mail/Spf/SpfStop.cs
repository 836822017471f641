using System.Diagnostics.CodeAnalysis;

namespace Digest.Mail.Spf;

/// <summary>Ends a check from any depth: an error in an include is the error of the whole (RFC 7208 §5.2).</summary>
[SuppressMessage("Design", "CA1032", Justification = "Never leaves SpfCheck")]
[SuppressMessage("Design", "CA1064", Justification = "Never leaves SpfCheck")]
internal sealed class SpfStop(SpfVerdict verdict, string reason) : Exception(reason)
{
    public SpfVerdict Verdict { get; } = verdict;
}
