using Digest.Lint;
using Digest.Model;
using Digest.Run;
using Digest.Testing;

namespace Digest.UnitTests.Lint;

/// <summary>Lints a text as the draft of the newsletter 浮木.</summary>
internal static class Linted
{
    public const string Head =
        "---\ntitle: 社区动态周刊第一期(11.07-11.13)\nnumber: 1\nfrom: 2026-11-07\nto: 2026-11-13\n---\n";

    public static Newsletter Newsletter { get; } = Some.Newsletter() with
    {
        Sections =
        [
            Some.Section("业界动态"),
            Some.Section("社区跟踪", null, Some.Section("Keel"), Some.Section("Tempest")),
        ],
    };

    /// <summary>A body below a sound front matter and a heading, which is line 8.</summary>
    public static LintSubject Body(string body) => File($"{Head}\n## 业界动态\n\n{body}\n");

    public static LintSubject File(string text, Issue? issue = null) =>
        IssueLint.SubjectOf(Newsletter, issue ?? Some.Issue(), text);

    public static IReadOnlyList<string> Rules(LintSubject subject) =>
        [.. Linter.Check(subject).Select(finding => finding.Rule)];

    /// <summary>The one finding of a rule.</summary>
    public static LintFinding Only(LintSubject subject, string rule) =>
        Linter.Check(subject).Single(finding => finding.Rule == rule);
}
