using Digest.Model;
using Digest.Templating;
using Xunit;

namespace Digest.UnitTests.Templating;

public sealed class TemplateSetTests
{
    [Fact]
    public void Values_are_escaped_in_html() => Assert.Equal(
        "<p title=\"&quot;&#39;\">&lt;b&gt; &amp; 中文</p>",
        Html("<p title=\"{{Quotes}}\">{{Text}}</p>").Render("x.html", new { Quotes = "\"'", Text = "<b> & 中文" }));

    [Fact]
    public void Cleaned_html_passes_as_it_is() =>
        Assert.Equal("<b>x</b>", Html("{{Body}}").Render("x.html", new { Body = new CleanHtml("<b>x</b>") }));

    [Fact]
    public void Values_are_not_escaped_in_text() => Assert.Equal(
        "a <b> & c", Compile(new TemplateFile("x.txt.hbs", "{{Text}}")).Render("x.txt", new { Text = "a <b> & c" }));

    [Theory]
    [InlineData("line\n{{{Text}}}")]
    [InlineData("line\n{{&Text}}")]
    public void Raw_output_is_refused_with_its_line(string source)
    {
        var refusal = Assert.Throws<DigestException>(() => Html(source));

        Assert.Contains("x.html.hbs:2:", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_template_is_named_with_what_to_do()
    {
        var missing = Assert.Throws<DigestException>(() => Html("").Render("page.html", new { }));

        Assert.Contains("templates/default/page.html.hbs", missing.Message, StringComparison.Ordinal);
        Assert.Contains("restore", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_name_in_a_template_is_an_error_and_not_an_empty_place()
    {
        var broken = Assert.Throws<DigestException>(() => Html("{{Titel}}").Render("x.html", new { Title = "x" }));

        Assert.Contains("x.html.hbs", broken.Message, StringComparison.Ordinal);
        Assert.Contains("Titel", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_block_is_named_and_told_in_one_line()
    {
        var broken = Assert.Throws<DigestException>(() => Html("{{#if Text}}never closed"));

        Assert.Contains("x.html.hbs", broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', broken.Message);
    }

    [Fact]
    public void Partials_are_taken_from_their_folder()
    {
        var set = Compile(
            new TemplateFile("partials/mark.html.hbs", "<i>{{Text}}</i>"),
            new TemplateFile("x.html.hbs", "{{> mark}}"));

        Assert.Equal("<i>a</i>", set.Render("x.html", new { Text = "a" }));
    }

    private static TemplateSet Html(string source) => Compile(new TemplateFile("x.html.hbs", source));

    private static TemplateSet Compile(params TemplateFile[] files) => TemplateSet.Compile("templates/default", files);
}
