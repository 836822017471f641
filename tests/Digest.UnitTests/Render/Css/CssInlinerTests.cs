using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Digest.Model;
using Digest.Render.Css;
using Xunit;

namespace Digest.UnitTests.Render.Css;

public sealed class CssInlinerTests
{
    [Fact]
    public void Declarations_go_into_the_style_attribute() =>
        Assert.Equal("color: red", StyleOf("<p>x</p>", "p { color: red }"));

    [Fact]
    public void More_specific_selector_wins_over_a_later_one() =>
        Assert.Equal("color: red", StyleOf("<p class='a'>x</p>", "p.a { color: red } p { color: blue }"));

    [Fact]
    public void Later_rule_wins_among_equals() =>
        Assert.Equal("color: blue", StyleOf("<p>x</p>", "p { color: red } p { color: blue }"));

    [Fact]
    public void Each_selector_of_a_list_has_its_own_specificity() =>
        Assert.Equal("color: red", StyleOf("<p id='i'>x</p>", "#i, p { color: red } p { color: blue }"));

    [Fact]
    public void Own_style_attribute_wins_over_rules() =>
        Assert.Equal("color: blue", StyleOf("<p style='color: blue'>x</p>", "p { color: red }"));

    [Fact]
    public void Important_rule_wins_over_the_own_style_attribute() =>
        Assert.Equal("color: red", StyleOf("<p style='color: blue'>x</p>", "p { color: red !important }"));

    [Fact]
    public void Stronger_longhand_comes_after_the_shorthand_it_refines() => Assert.Equal(
        "margin: 0; margin-top: 8px", StyleOf("<p class='a'>x</p>", "p.a { margin-top: 8px } p { margin: 0 }"));

    [Fact]
    public void Semicolons_and_colons_inside_strings_and_addresses_do_not_cut() => Assert.Equal(
        "background: url(data:image/png;base64,AA); quotes: \"a;b\"",
        StyleOf("<p>x</p>", "p { background: url(data:image/png;base64,AA); quotes: \"a;b\" }"));

    [Fact]
    public void Media_queries_and_hover_stay_in_the_head()
    {
        var html = Inline("<p>x</p>", "@media (max-width: 1px) { p { color: red } } p:hover { color: blue }");

        Assert.Null(Parse(html).QuerySelector("p")!.GetAttribute("style"));
        var kept = Assert.Single(Parse(html).QuerySelectorAll("style")).TextContent;
        Assert.Contains("@media (max-width: 1px) { p { color: red } }", kept, StringComparison.Ordinal);
        Assert.Contains("p:hover { color: blue }", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Dark_rules_stand_in_a_block_of_their_own_after_the_simple_ones()
    {
        var html = Inline(
            "<p>x</p>",
            "[data-ogsc] p { color: #fff } @media (prefers-color-scheme: dark) { i { top: 0 } } a:hover { top: 0 }");

        var blocks = Parse(html).QuerySelectorAll("style").Select(style => style.TextContent).ToList();
        Assert.Equal(2, blocks.Count);
        Assert.DoesNotContain("#fff", blocks[0], StringComparison.Ordinal);
        Assert.Contains("[data-ogsc] p", blocks[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_classes_that_kept_rules_name_remain()
    {
        const string Css = ".a { color: red } @media print { .b { color: black } }";

        var html = Inline("<p class='a b'>x</p><i class='a'>y</i>", Css);

        Assert.Equal("b", Parse(html).QuerySelector("p")!.GetAttribute("class"));
        Assert.False(Parse(html).QuerySelector("i")!.HasAttribute("class"));
    }

    [Fact]
    public void Conditional_comments_for_outlook_survive() => Assert.Contains(
        "<!--[if mso]><table role=\"presentation\"><tr><td><![endif]-->",
        Inline("<!--[if mso]><table role=\"presentation\"><tr><td><![endif]--><p>x</p>", "p { color: red }"),
        StringComparison.Ordinal);

    [Fact]
    public void Comments_of_the_style_sheet_are_left_out() =>
        Assert.Equal("color: red", StyleOf("<p>x</p>", "/* p { color: blue } */ p { /* ; */ color: red }"));

    [Theory]
    [InlineData("p { color: red")]
    [InlineData("p! { color: red }")]
    public void Broken_style_sheet_is_refused_by_name(string css)
    {
        var refusal = Assert.Throws<DigestException>(() => Inline("<p>x</p>", css));

        Assert.StartsWith("mail.css: ", refusal.Message, StringComparison.Ordinal);
    }

    private static string? StyleOf(string body, string css) =>
        Parse(Inline(body, css)).QuerySelector("body > *")!.GetAttribute("style");

    private static string Inline(string body, string css) =>
        CssInliner.Inline($"<!doctype html><html><head></head><body>{body}</body></html>", css);

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
