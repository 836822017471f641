namespace Digest.Lint;

/// <summary>One thing to look for.</summary>
/// <param name="Id">Stable for ever; <see cref="Model.LintRules"/> has them all.</param>
/// <param name="Severity">Unless the newsletter says otherwise.</param>
/// <param name="Check">Pure: the same subject gives the same faults.</param>
internal sealed record LintRule(
    string Id, LintSeverity Severity, Func<LintSubject, IEnumerable<LintFault>> Check);

/// <summary>One place where a rule is broken.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record LintFault(int Line, string Message, string Remedy);
