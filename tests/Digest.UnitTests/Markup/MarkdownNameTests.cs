using Digest.Markup;
using Xunit;

namespace Digest.UnitTests.Markup;

public class MarkdownNameTests
{
    [Theory]
    [InlineData("2015-05-19-vancouver_summit.md", "vancouver summit")]
    [InlineData("kilo-design-summit.ja.md", "kilo design summit")]
    [InlineData("2015-05-19.md", "2015 05 19")]
    [InlineData("notes/sail-retry.markdown", "sail retry")]
    [InlineData("2014-01-16-keel-2.4.md", "keel 2.4")]
    [InlineData("posts/keel-release/index.ja.md", "keel release")]
    [InlineData("---.md", "---.md")]
    public void File_name_is_read_as_words(string path, string words) =>
        Assert.Equal(words, MarkdownName.Of(path).Words);

    [Theory]
    [InlineData("2015-05-19-slug.md", "2015-05-19")]
    [InlineData("2015_5_9 slug.md", "2015-5-9")]
    [InlineData("posts/2015-05-19-slug/index.md", "2015-05-19")]
    [InlineData("2015-05.19-slug.md", null)]
    [InlineData("release-2015-05-19.md", null)]
    public void Date_stands_at_the_front(string path, string? date) =>
        Assert.Equal(date, MarkdownName.Of(path).Date);

    [Theory]
    [InlineData("slug.ja.md", "ja")]
    [InlineData("slug.zh-Hant.md", "zh-Hant")]
    [InlineData("slug.md", null)]
    [InlineData("keel-2.4.md", null)]
    public void Language_stands_before_the_ending(string path, string? language) =>
        Assert.Equal(language, MarkdownName.Of(path).Language);
}
