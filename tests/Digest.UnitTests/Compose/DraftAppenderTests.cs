using Digest.Compose;
using Digest.Model;
using Digest.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Compose;

public class DraftAppenderTests
{
    private static readonly SectionDefinition[] Sections =
    [
        Some.Section("A"), Some.Section("B", null, Some.Section("B1"), Some.Section("B2")), Some.Section("C*"),
    ];

    [Fact]
    public void Missing_sections_are_made_in_their_order()
    {
        var text = Add("head\n", ["C*"], ["B", "B2"], ["A"], ["B", "B1"]);

        var headings = text.Split('\n').Where(line => line.StartsWith('#'));
        Assert.Equal(["## A", "## B", "### B1", "### B2", "## C\\*"], headings);
        Assert.StartsWith("head\n\n## A\n\n<!-- item:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Item_goes_to_the_end_of_its_section_and_before_the_inner_ones() => Assert.Equal(
        "## B\nown text\n\nITEM\n\n### B1\nmore\n", Shown(Add("## B\nown text\n\n### B1\nmore\n", ["B"])));

    [Fact]
    public void Headings_of_another_level_are_found_by_title() =>
        Assert.Equal("# B\n\n## B1\n\nITEM\n", Shown(Add("# B\n\n## B1\n", ["B", "B1"])));

    [Fact]
    public void New_section_stands_behind_the_nearest_known_one() => Assert.Equal(
        "## A\n\n## B\n\nITEM\n\n## Mine\n\n## C\n", Shown(Add("## A\n\n## Mine\n\n## C\n", ["B"])));

    [Fact]
    public void Heading_with_markup_is_found_by_its_words() =>
        Assert.Equal("## C\\*\n\nITEM\n", Shown(Add("## C\\*\n", ["C*"])));

    [Theory]
    [InlineData("## A\r\ntext\r\n", "## A\r\ntext\r\n\r\nITEM\r\n")]
    [InlineData("## A\r\ntext", "## A\r\ntext\r\n\r\nITEM\r\n")]
    [InlineData("## A\ntext\n \n", "## A\ntext\n \nITEM\n")]
    public void Line_ends_are_those_of_the_file(string text, string expected) =>
        Assert.Equal(expected, Shown(Add(text, ["A"])));

    [Fact]
    public void Not_one_character_is_lost_or_moved() => Prop.ForAll(
        Gen.ListOf(Gen.Elements("## A", "### B1", "# B", "text", "", "  ", "* x", "```", "<!--", "-->", "---", "1、"))
            .SelectMany(lines => Gen.Elements("\n", "\r\n").Select(end => string.Join(end, lines))).ToArbitrary(),
        text => IsSubsequence(text, Add(text, ["A"], ["B", "B1"], ["C*"]))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_keeps_its_lines() => Prop.ForAll<string>(text =>
        IsSubsequence(text ?? "", Add(text ?? "", ["A"], ["B", "B2"]))).QuickCheckThrowOnFailure();

    private static string Add(string text, params string[][] paths) => DraftAppender.Add(
        text, Sections, [.. paths.Select((path, i) => new DraftEntry(path, Id(i), $"<!-- item:{Id(i)} -->\nITEM"))]);

    private static string Id(int i) => $"00000000000{i}";

    private static string Shown(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("<!-- item:", StringComparison.Ordinal)));

    private static bool IsSubsequence(string old, string text)
    {
        var at = 0;
        foreach (var c in text)
        {
            if (at < old.Length && old[at] == c)
                at++;
        }

        return at == old.Length;
    }
}
