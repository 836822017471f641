using Digest.Lint;
using Digest.Model;
using Digest.Testing;
using Digest.UnitTests.Conventions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Lint;

public class LinterTests
{
    [Fact]
    public void Every_rule_has_its_place_among_the_ids() => Assert.Equal(
        LintRules.Ids.Order(StringComparer.Ordinal), Linter.All.Select(rule => rule.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_stands_in_the_documentation_with_its_severity()
    {
        var page = SourceFile.Read("docs/editing.md").Text;

        Findings.MustBeNone(Linter.All
            .Select(rule => $"| `{rule.Id}` | {rule.Severity.ToString().ToLowerInvariant()} |")
            .Where(row => !page.Contains(row, StringComparison.Ordinal)));
    }

    [Fact]
    public void Newsletter_may_ignore_a_rule_or_change_how_much_it_matters()
    {
        var subject = Linted.Body("一句话 TBD <br> [x](/y)");
        var policy = new LintPolicy
        {
            Ignored = ["residue-html"],
            Errors = ["residue-note"],
            Warnings = ["link-relative"],
        };

        var found = Linter.Check(subject with { Newsletter = Linted.Newsletter with { Lint = policy } });

        Assert.Equal(
            [("residue-note", LintSeverity.Error), ("link-relative", LintSeverity.Warning)],
            found.Select(finding => (finding.Rule, finding.Severity)));
    }

    [Fact]
    public void Findings_come_in_the_order_of_the_lines()
    {
        var lines = Linter.Check(Linted.Body("见 [x](/y)\n\nTBD 一\n\n见 [z]()")).Select(finding => finding.Line);

        Assert.Equal([10, 12, 14], lines);
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_move_no_finding()
    {
        var text = $"{Linted.Head}\n## 业界动态\n\n一句话。\n\n[x](/y)\n";

        Assert.Equal(
            Linter.Check(Linted.File(text)), Linter.Check(Linted.File("\uFEFF" + text.ReplaceLineEndings("\r\n"))));
    }

    [Fact]
    public void Any_text_is_linted_without_a_throw_and_with_lines_that_exist() =>
        Prop.ForAll(Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var subject = Linted.File(text);
            return Linter.Check(subject).All(found => found.Line >= 1 && found.Line <= subject.Reading.Lines.Count);
        }).QuickCheckThrowOnFailure();

    private static readonly string[] Pieces =
    [
        "---\n", "title: 第一期\n", "from: 2026-11-07\n", "## Tempst\n", "\n\n", "[x](", ")", "https://a.cn/", "<", ">",
        "```\n", "<!--", "-->", "<!-- item:0123456789ab -->\n", "* ", "1. ", "> ", "3.27号，", "浮木。", "[t][1]", "\t",
        "a@b.cn", "\u200E", "{%", "%}", "|a|b|\n|-|-|\n", "**", "![](", "&amp;", "\r\n", "\\", "[1]: ", "`",
    ];
}
