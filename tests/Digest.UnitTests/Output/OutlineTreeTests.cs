using Digest.Output;
using Xunit;

namespace Digest.UnitTests.Output;

public sealed class OutlineTreeTests
{
    [Fact]
    public void Path_becomes_a_link_with_a_relative_name()
    {
        var markup = OutlineTree.MarkupOf(new Outline("index") { Path = "/site/public/index.html" }, "/site");

        Assert.Equal("index  [link=file:///site/public/index.html]public/index.html[/]", markup);
    }

    [Fact]
    public void Brackets_in_a_path_cannot_end_the_link()
    {
        var markup = OutlineTree.MarkupOf(new Outline("x") { Path = "/site/a]b[c.md" }, "/site");

        Assert.Equal("x  [link=file:///site/a%5Db%5Bc.md]a]]b[[c.md[/]", markup);
    }

    [Fact]
    public void Markup_in_untrusted_text_is_shown_and_not_obeyed() =>
        Assert.Equal("[red][[bold]]title[[/]][/]", OutlineTree.MarkupOf(
            new Outline("[bold]title[/]") { Tone = Tone.Bad }, "/"));

    [Fact]
    public void Address_of_a_server_is_text() =>
        Assert.Equal("deliver  smtp://mail.example:587", OutlineTree.MarkupOf(
            new Outline("deliver") { Path = "smtp://mail.example:587" }, "/"));
}
