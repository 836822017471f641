using Digest.Gather.Notes;
using Xunit;

namespace Digest.UnitTests.Gather.Notes;

public sealed class NoteHeaderTests
{
    [Fact]
    public void Header_lines_without_fences_are_read_up_to_the_blank_line()
    {
        const string text = "Title: 浮木周报 12: 龙骨\nDate: 2026-11-12\nTags: keel, 帆;\nAuthors: 李雷; 葵\n\nText";

        var read = NoteHeader.Read(text);

        Assert.Equal("浮木周报 12: 龙骨", read.FrontMatter["title"]);
        Assert.Equal("2026-11-12", read.FrontMatter["date"]);
        Assert.Equal(["李雷", "葵"], read.FrontMatter.All("authors"));
        Assert.Equal("Text", text[read.BodyStart..]);
    }

    [Fact]
    public void Indented_lines_go_on_with_the_value_above() => Assert.Equal(
        ["keel", "sail", "anchor"],
        NoteHeader.Read("title: T\ntags: keel,\n  sail, anchor\n\nText").FrontMatter.All("tags"));

    [Theory]
    [InlineData("Note: this is prose.\n\nText")]
    [InlineData("Title: one\nand then prose\n\nText")]
    [InlineData("https://a.example/\n\nText")]
    [InlineData("Title: only a line")]
    [InlineData("")]
    public void Prose_with_a_colon_is_no_header(string text) => Assert.Equal(0, NoteHeader.Read(text).BodyStart);

    [Fact]
    public void Fences_go_first() =>
        Assert.Equal("T", NoteHeader.Read("---\ntitle: T\n---\nTitle: x\n\nText").FrontMatter["title"]);
}
