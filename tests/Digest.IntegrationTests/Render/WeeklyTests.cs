using Digest.Markup;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Render;

/// <summary>Twelve issues of a real weekly, rendered whole.</summary>
public sealed class WeeklyTests
{
    /// <summary>
    /// 263 in <c>&lt;…&gt;</c> or <c>[…](…)</c>, 8 bare, and <c>[AngularJS](blueprint: https://…)</c>, which CommonMark
    /// does not see as a link.
    /// </summary>
    private const int LinksOfAllIssues = 263 + 8 + 1;

    [Fact]
    public void Every_link_of_the_archive_survives_into_letter_text_and_page()
    {
        Assert.SkipWhen(Corpus.SkipReason("weekly") is not null, Corpus.SkipReason("weekly") ?? "");

        var count = 0;
        foreach (var file in Directory.EnumerateFiles(Corpus.PathOf("weekly"), "*.md").Order(StringComparer.Ordinal))
        {
            var document = IssueMarkdown.Parse(TextDecoder.Decode(File.ReadAllBytes(file)));
            var targets = Items(document)
                .SelectMany(item => MarkdownRenderer.Links(item.Markdown, document.LinkDefinitions)).ToList();
            var frozen = Render(document);

            AssertHolds(targets, Targets.InHtml(frozen.Html));
            AssertHolds(targets, Targets.InHtml(frozen.Page));
            AssertHolds(targets, Targets.InHtml(frozen.BodyHtml));
            Assert.All(targets, target => Assert.True(IsIn(frozen.Text, target), $"{target} is lost in the text"));
            count += targets.Count;
        }

        Assert.Equal(LinksOfAllIssues, count);
    }

    /// <summary>As often as in the draft, not only once.</summary>
    private static void AssertHolds(IEnumerable<string> targets, IReadOnlyList<string> found)
    {
        foreach (var (target, times) in targets.CountBy(target => target))
            Assert.True(found.Count(one => one == target || one == Escaped(target)) >= times, $"{target} is lost");
    }

    private static bool IsIn(string text, string target) =>
        text.Contains(target, StringComparison.Ordinal) || text.Contains(Escaped(target), StringComparison.Ordinal);

    /// <summary>An invisible character in an address may be written as what a browser would send.</summary>
    private static string Escaped(string address) => string.Concat(
        address.Select(character => char.IsAscii(character) ? $"{character}" : Uri.EscapeDataString($"{character}")));

    private static FrozenIssue Render(IssueDocument document)
    {
        var issue = Some.Issue() with { Title = document.FrontMatter["title"]!, Imported = true };
        return Some.IssueRenderer().Render(SampleIssue.Newsletter, issue, document);
    }

    private static IEnumerable<IssueItem> Items(IssueDocument document) =>
        document.Intro.Concat(document.Sections.SelectMany(Items));

    private static IEnumerable<IssueItem> Items(IssueSection section) =>
        section.Items.Concat(section.Sections.SelectMany(Items));
}
