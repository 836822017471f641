using System.Globalization;
using Digest.Gather;
using Digest.Gather.Notes;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Notes;

public sealed class NoteTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public void Front_matter_says_it_all()
    {
        var note = Read("notes/a.md", """
            ---
            title: "Kilo 报告"
            date: 2014-12-01 08:00:00 +0900
            tags: [nova, summit]
            categories: [OpenStack, Nova]
            link: https://a.example/kilo
            author: Toshi
            lang: ja
            ---
            Text
            """)!;

        Assert.Equal("notes/a.md", note.ExternalId);
        Assert.Equal("Kilo 报告", note.Title);
        Assert.Equal(new DateTimeOffset(2014, 11, 30, 23, 0, 0, TimeSpan.Zero), note.Published);
        Assert.Equal(["nova", "summit", "OpenStack", "extra"], note.Tags);
        Assert.Equal("https://a.example/kilo", note.Url);
        Assert.Equal("Toshi", note.Author);
        Assert.Equal("ja", note.Language);
        Assert.Equal("Text", note.Body);
    }

    [Theory]
    [InlineData("# Title *of* [it](https://a.example) #\n\nText", "Title of it", "Text")]
    [InlineData("Title\n=====\n\nText", "Title", "Text")]
    [InlineData("Intro.\n\n# Title\n\nText", "Title", "Intro.\n\n# Title\n\nText")]
    [InlineData("```\n# no title\n```\n\n## Part", "file name", "```\n# no title\n```\n\n## Part")]
    [InlineData("\n\nOpenStack 報告\n\n2014.12.1\n\nText", "OpenStack 報告", "2014.12.1\n\nText")]
    [InlineData("This is a sentence.\n\nText", "file name", "This is a sentence.\n\nText")]
    [InlineData("Two lines\nof text\n\nText", "file name", "Two lines\nof text\n\nText")]
    [InlineData("**Notice**\n\nText", "file name", "**Notice**\n\nText")]
    [InlineData("2014.12.1\n\nText", "file name", "2014.12.1\n\nText")]
    [InlineData("Only line", "file name", "Only line")]
    [InlineData("", "file name", "")]
    public void Title_is_found_where_no_front_matter_names_it(string text, string title, string body)
    {
        var note = Read("2014-01-16-file-name.md", text)!;

        Assert.Equal(title, note.Title);
        Assert.Equal(body, note.Body);
    }

    [Fact]
    public void Heading_that_repeats_the_title_is_taken_out()
    {
        Assert.Equal("Text", Read("a.md", "---\ntitle: T\n---\n# T\n\nText")!.Body);
    }

    [Theory]
    [InlineData("2014-01-16-slug.md", "Text", "2014-01-16T00:00:00+08:00")]
    [InlineData("posts/2014-01-16-slug/index.md", "Text", "2014-01-16T00:00:00+08:00")]
    [InlineData("slug.md", "Text\n\n*2015/05/19 00:35:50 *\n", "2015-05-19T00:35:50+08:00")]
    [InlineData("slug.md", "Title\n\n2014.12.1\n\nText", "2014-12-01T00:00:00+08:00")]
    [InlineData("slug.md", "---\ndate: 2014-06-13\n---\nText", "2014-06-13T00:00:00+08:00")]
    [InlineData("slug.md", "On 2014-06-13 it rained.\n\n2014", null)]
    public void Date_is_found_in_the_newsletters_zone(string path, string text, string? expected)
    {
        var date = Read(path, text)!.Published;

        Assert.Equal(expected, date?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Line_that_gave_the_date_is_taken_out() => Assert.Equal(
        "Text", Read("slug.md", "# Title\n\n*2026/11/06 22:10:00 *\n\nText")!.Body);

    [Theory]
    [InlineData("---\ndraft: true\n---\nText")]
    [InlineData("---\npublished: false\n---\nText")]
    public void Draft_is_left_out(string text)
    {
        Assert.Null(Read("a.md", text));
    }

    [Theory]
    [InlineData("permalink: /2014/slug/")]
    [InlineData("url: javascript:alert(1)")]
    public void Address_that_leads_nowhere_is_left_out(string line)
    {
        Assert.Null(Read("a.md", $"---\n{line}\n---\nText")!.Url);
    }

    [Fact]
    public void Windows_line_ends_make_no_difference()
    {
        const string text = "---\ntitle: T\ntags: [a]\n---\n\nOne\n\nTwo\n";

        Assert.Equivalent(Read("a.md", text), Read("a.md", text.ReplaceLineEndings("\r\n")), strict: true);
    }

    [Theory]
    [InlineData("a.ja.md", "Text", "ja")]
    [InlineData("a.md", "会場はパリでした", "ja")]
    [InlineData("a.md", "会场在巴黎", null)]
    public void Language_is_taken_from_the_name_or_from_kana(string path, string text, string? language)
    {
        Assert.Equal(language, Read(path, text)!.Language);
    }

    [Fact]
    public void Broken_front_matter_is_a_warning_that_names_the_file()
    {
        var warnings = new List<string>();

        var note = Note.Read("a.md", "---\ntags: [a, b\ntitle: t\n---\nText", Request(), warnings);

        Assert.NotNull(note);
        Assert.All(warnings, warning => Assert.StartsWith("a.md: ", warning));
        Assert.NotEmpty(warnings);
    }

    private static GatheredItem? Read(string path, string text) => Note.Read(path, text, Request(), []);

    private static SourceRequest Request() => Some.Request(Source()) with { Newsletter = Newsletter() };

    private static Newsletter Newsletter() => Some.Newsletter() with
    {
        Schedule = new Schedule("0 0 9 ? * FRI", Shanghai, MissedRun.RunOnce),
    };

    private static SourceDefinition Source() => Some.FeedSource("notes") with { Tags = ["extra"] };
}
