using Digest.Lint;

namespace Digest.Run;

/// <summary>Findings as editors and compilers show them: <c>file:line: what is wrong; what to do [rule]</c>.</summary>
public static class LintLines
{
    public static IEnumerable<string> Errors(LintReport report) => report.Errors.Select(error =>
        $"{report.Path}:{error.Line}: {error.Message}; {error.Remedy} [{error.Rule}]");
}
