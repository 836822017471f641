using System.Globalization;
using Digest.Markup;
using Digest.Model;
using Xunit;

namespace Digest.UnitTests.Markup;

public class MarkdownDateTests
{
    private static readonly TimeZoneInfo Zone =
        TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(8), "test", "test");

    [Theory]
    [InlineData("2015-05-19", "2015-05-19T00:00:00+08:00")]
    [InlineData("2026-11-07 18:30", "2026-11-07T18:30:00+08:00")]
    [InlineData("2015/05/19 00:35:50", "2015-05-19T00:35:50+08:00")]
    [InlineData("2026-11-05T20:00:00Z", "2026-11-05T20:00:00+00:00")]
    [InlineData("2026-11-05T20:00:00.123-05:30", "2026-11-05T20:00:00-05:30")]
    [InlineData("2026-11-05 20:00:00 +0900", "2026-11-05T20:00:00+09:00")]
    [InlineData("2026年11月5日", "2026-11-05T00:00:00+08:00")]
    [InlineData("2014.12.1", "2014-12-01T00:00:00+08:00")]
    public void Dates_are_read_in_the_newsletters_zone_unless_they_name_one(string text, string moment) =>
        Assert.Equal(moment, Written(MarkdownDate.Read(text, Zone)));

    [Theory]
    [InlineData("2015-13-01")]
    [InlineData("2015-02-29")]
    [InlineData("2015-05-19 24:00")]
    [InlineData("2015-05-19 10:00 +99:00")]
    [InlineData("2015-05-19 or later")]
    [InlineData("٢٠١٥-05-19")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_is_none(string? text) => Assert.Null(MarkdownDate.Read(text, Zone));

    [Fact]
    public void Front_matter_goes_before_the_file_name()
    {
        var dated = FrontMatterReader.Read("---\ndate: 2026-11-07\n---\n").FrontMatter;

        var date = MarkdownDate.Find(dated, "", "2015-05-19-slug.md", Zone);

        Assert.Equal("2026-11-07T00:00:00+08:00", Written(date));
    }

    [Fact]
    public void File_name_goes_before_a_line() => Assert.Equal(
        "2015-05-19T00:00:00+08:00",
        Written(MarkdownDate.Find(FrontMatter.Empty, "2014.12.1", "notes/2015-05-19-slug.md", Zone)));

    [Theory]
    [InlineData("Some words\r\n\r\n*2015/05/19 00:35:50 *\r\n\r\n", "2015-05-19T00:35:50+08:00")]
    [InlineData("\n\n報告\n\n2014.12.1\n", "2014-12-01T00:00:00+08:00")]
    public void Line_with_nothing_but_a_date_counts_at_last(string body, string moment) =>
        Assert.Equal(moment, Written(MarkdownDate.Find(FrontMatter.Empty, body, "vancouver-summit.md", Zone)));

    [Fact]
    public void Date_inside_a_sentence_does_not_count() =>
        Assert.Null(MarkdownDate.Find(FrontMatter.Empty, "Released on 2015-05-19.", "slug.md", Zone));

    [Theory]
    [InlineData("* 2015-05-19\n* 2015-05-20\n")]
    [InlineData("```\n2015-05-19\n```\n")]
    [InlineData("2015\n")]
    public void Date_in_a_list_or_in_code_is_what_the_text_is_about(string body) =>
        Assert.Null(MarkdownDate.Find(FrontMatter.Empty, body, "slug.md", Zone));

    [Fact]
    public void Front_matter_may_name_the_month()
    {
        var dated = FrontMatterReader.Read("---\ndate: Tue, 19 May 2015 08:00:00 +0800\n---\n").FrontMatter;

        Assert.Equal("2015-05-19T08:00:00+08:00", Written(MarkdownDate.Find(dated, "", "a.md", Zone)));
    }

    [Theory]
    [InlineData("slug.md", "One\n\n*2015/05/19 00:35:50 *\n\nTwo", "One\n\nTwo")]
    [InlineData("slug.md", "Ann\n2015.5.19\n\nTwo", "Ann\n\nTwo")]
    [InlineData("2015-05-19-slug.md", "**2015/05/19**\n\nTwo", "Two")]
    [InlineData("2015-05-18-slug.md", "2015/05/19\n\nTwo", "2015/05/19\n\nTwo")]
    public void Line_that_says_the_files_date_can_be_taken_out(string name, string body, string rest) =>
        Assert.Equal(rest, MarkdownDate.Take(FrontMatter.Empty, body, name, Zone).Body);

    private static string? Written(DateTimeOffset? date) =>
        date?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
