using Digest.Markup;
using Digest.Model;
using Xunit;

namespace Digest.UnitTests.Markup;

public class MarkdownTitleTests
{
    [Fact]
    public void Front_matter_goes_before_a_heading()
    {
        var titled = FrontMatterReader.Read("---\ntitle: OpenStack社区动态第六期(12.26-01.16)\n---\n").FrontMatter;

        Assert.Equal("OpenStack社区动态第六期(12.26-01.16)", MarkdownTitle.Find(titled, "# Other\n", "x.md"));
    }

    [Theory]
    [InlineData("intro\n\n# The **real** title #\n\ntext", "The real title")]
    [InlineData("The title\n=========\n\ntext", "The title")]
    [InlineData("```\n# a comment\n```\n\n# Title\n", "Title")]
    public void First_level_heading_is_the_title(string body, string title) =>
        Assert.Equal(title, Find(body));

    [Theory]
    [InlineData("\n\nOpenStack Kilo Design Summit 報告\n\n2014.12.1\n", "OpenStack Kilo Design Summit 報告")]
    [InlineData("{% include JB/setup %}\nShort title\n\nText.", "Short title")]
    public void First_line_that_can_only_be_a_title_is_one(string body, string title) =>
        Assert.Equal(title, Find(body));

    [Theory]
    [InlineData("**如需转载，请标明原文出处以及作者**\n\ntext")]
    [InlineData("This is a sentence.\n\ntext")]
    [InlineData("这是一句话。\n\ntext")]
    [InlineData("- a point\n\ntext")]
    [InlineData("1、第一点\n\ntext")]
    [InlineData("a) first\n\ntext")]
    [InlineData("2026年11月6日\n\ntext")]
    [InlineData("by ann@a.example\n\ntext")]
    [InlineData("    code()\n\ntext")]
    [InlineData("one line\nof several\n\ntext")]
    [InlineData("[a link](https://a.example)\n\ntext")]
    [InlineData("alone")]
    [InlineData("")]
    public void Anything_else_leaves_the_words_of_the_file_name(string body) =>
        Assert.Equal("vancouver summit day1", Find(body));

    [Fact]
    public void Title_is_one_line_without_control_characters()
    {
        var values = new Dictionary<string, IReadOnlyList<string>> { ["title"] = ["a\r\nBcc: b\u001b[31m"] };

        Assert.Equal("a Bcc: b [31m", MarkdownTitle.Find(new FrontMatter { Values = values }, "", "x.md"));
    }

    private static string Find(string body) =>
        MarkdownTitle.Find(FrontMatter.Empty, body, "2015-05-19-vancouver-summit-day1.md");
}
