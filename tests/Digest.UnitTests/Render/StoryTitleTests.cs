using Digest.Render;
using Xunit;

namespace Digest.UnitTests.Render;

public sealed class StoryTitleTests
{
    [Theory]
    [InlineData("**快照不再阻塞写入**  \n正文。", "快照不再阻塞写入")]
    [InlineData("**Snapshots stop blocking writes**\nThe body.", "Snapshots stop blocking writes")]
    [InlineData("__标题__\\\n正文。", "标题")]
    [InlineData("**[带链接的标题](https://a.example/)**", "带链接的标题")]
    public void Bold_line_of_its_own_is_the_title(string markdown, string title) =>
        Assert.Equal(new StoryTitle(title, true), StoryTitle.Of(markdown, ""));

    [Fact]
    public void Bold_words_that_run_on_are_no_title() =>
        Assert.Equal(new StoryTitle("提示", false), StoryTitle.Of("**提示。**请看这里。", ""));

    [Fact]
    public void Definition_elsewhere_in_the_file_names_the_link() => Assert.Equal(
        "GoDaddy 加入基金会", StoryTitle.Of("[GoDaddy][1] 加入基金会。", "[1]: https://a.example/").Text);

    [Fact]
    public void Brackets_around_an_address_are_not_left_empty() => Assert.Equal(
        "新项目正式发布", StoryTitle.Of("新项目（<https://a.example/>）正式发布。", "").Text);

    [Theory]
    [InlineData("第一句。第二句。", "第一句")]
    [InlineData("是什么意图？（What?）后文", "是什么意图？")]
    [InlineData("他说：“好。”然后走了。", "他说：“好。”")]
    [InlineData("Version 2.0 is out. Read on.", "Version 2.0 is out")]
    [InlineData("Use e.g. a cache here. More.", "Use e.g. a cache here")]
    [InlineData("没有句号的一行", "没有句号的一行")]
    [InlineData("说明如下：", "说明如下")]
    [InlineData("", "")]
    public void Else_it_is_the_first_sentence(string words, string title) =>
        Assert.Equal(title, StoryTitle.FirstSentence(words));

    [Fact]
    public void Long_chinese_sentence_is_cut_at_eighty_characters() =>
        Assert.Equal(new string('长', 79) + "…", StoryTitle.FirstSentence(new string('长', 200)));

    [Fact]
    public void Long_english_sentence_is_cut_between_words()
    {
        var title = StoryTitle.FirstSentence(string.Join(' ', Enumerable.Repeat("community", 20)));

        Assert.EndsWith("community…", title, StringComparison.Ordinal);
        Assert.InRange(title.Length, 60, 80);
    }
}
