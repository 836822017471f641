using Digest.Markup;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Render;

/// <summary>Twelve issues of a real weekly, rendered whole.</summary>
public sealed class WeeklyTests
{
    private const int LinksOfAllIssues = 271;

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
            Assert.All(targets, target => Assert.Contains(target, frozen.Text, StringComparison.Ordinal));
            count += targets.Count;
        }

        Assert.Equal(LinksOfAllIssues, count);
    }

    /// <summary>As often as in the draft, not only once.</summary>
    private static void AssertHolds(IEnumerable<string> targets, IReadOnlyList<string> found) => Assert.All(
        targets.CountBy(target => target),
        target => Assert.True(found.Count(one => one == target.Key || one == Escaped(target.Key)) >= target.Value, $"{target.Key} is lost"));

    /// <summary>An invisible character in an address may be written as what a browser would send.</summary>
    private static string Escaped(string address) => string.Concat(
        address.Select(character => char.IsAscii(character) ? $"{character}" : Uri.EscapeDataString($"{character}")));

    private static FrozenIssue Render(IssueDocument document) => Some.IssueRenderer().Render(
        SampleIssue.Newsletter, Some.Issue() with { Title = document.FrontMatter["title"]!, Imported = true }, document);

    private static IEnumerable<IssueItem> Items(IssueDocument document) =>
        document.Intro.Concat(document.Sections.SelectMany(Items));

    private static IEnumerable<IssueItem> Items(IssueSection section) =>
        section.Items.Concat(section.Sections.SelectMany(Items));
}
