using Digest.Model;
using Digest.Run;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Run;

public class ArchiveFileTests
{
    private static readonly DateTimeOffset Written = new(2016, 10, 27, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2014-01-16-Some_Post.md", "some-post")]
    [InlineData("kilo-design-summit.ja.md", "kilo-design-summit-ja")]
    [InlineData("../../etc/pass wd.md", "pass-wd")]
    [InlineData("峰会 第一天.md", "峰会-第一天")]
    [InlineData("2015.md", "issue-2015")]
    [InlineData("….md", "issue")]
    public void Special_issue_is_named_after_its_file(string name, string label) =>
        Assert.Equal(label, Read(name, "# A summit\n\ntext\n").Ref.Label);

    [Fact]
    public void Id_of_a_file_without_a_date_outlives_a_checkout() => Assert.Equal(
        Read("summit.md", "# A summit\n\ntext\n").Id,
        ArchiveFile.Read("summit.md", "# A summit\n\ntext\n", Written.AddYears(3), Some.Newsletter()).Issue.Id);

    [Fact]
    public void File_without_a_date_is_as_old_as_it_says_on_disk()
    {
        var issue = Read("summit.md", "# A summit\n\ntext\n");

        Assert.Equal((new DateOnly(2016, 10, 27), new DateOnly(2016, 10, 27)), (issue.From, issue.To));
        Assert.Equal(new DateTimeOffset(2016, 10, 27, 0, 0, 0, TimeSpan.Zero), issue.Approved);
    }

    [Fact]
    public void Number_in_the_front_matter_goes_before_the_title() =>
        Assert.Equal(9, Read("x.md", "---\ntitle: 第六期\nnumber: 9\n---\n").Number);

    [Fact]
    public void Title_line_and_template_tags_are_not_shown_twice()
    {
        const string text = "{% include x %}\n\nThe title\n\n2014.12.1\n\ntext\n";

        var file = ArchiveFile.Read("x.md", text, Written, Some.Newsletter());

        Assert.Equal("The title", file.Issue.Title);
        Assert.Equal(["2014.12.1", "text"], file.Document.Intro.Select(item => item.Markdown));
    }

    [Theory]
    [InlineData("これは日本語の文章です。サーバーの話。", "ja")]
    [InlineData("这是一段中文，提到了サ。 https://example.org/a/long/address", "zh-CN")]
    [InlineData("A longer English text, written by our colleague 王.", "en")]
    public void Language_is_guessed_from_the_letters(string text, string language) =>
        Assert.Equal(language, ArchiveLanguage.Guess(text));

    private static Issue Read(string name, string text) =>
        ArchiveFile.Read(name, text, Written, Some.Newsletter()).Issue;
}
