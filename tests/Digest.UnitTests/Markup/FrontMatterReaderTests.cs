using Digest.Markup;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Markup;

public sealed class FrontMatterReaderTests
{
    [Fact]
    public void A_key_may_be_followed_by_a_space()
    {
        var result = FrontMatterReader.Read("---\nlayout: post\ncategory : 技术\n---\n正文");

        Assert.Equal("技术", result.FrontMatter["Category"]);
        Assert.Empty(result.Warnings);
    }

    /// <summary>Spaces that could be shared out in many ways cost minutes.</summary>
    [Fact]
    public void Table_of_spaces_without_an_end_is_no_table() => Assert.Equal(
        "t", FrontMatterReader.Read($"+++\n[{new string(' ', 60_000)}x\ntitle = \"t\"\n+++\n").FrontMatter["title"]);

    [Theory]
    [InlineData("tags : [a, \"b, c\", 'd']")]
    [InlineData("tags: [a,\n  \"b, c\",\n  'd'\n]")]
    [InlineData("tags:\n- a\n- \"b, c\"\n- 'd'")]
    [InlineData("tags:\n\n  - a\n  # why\n  - b, c # comment\n  - d")]
    public void A_list_is_read_in_each_of_its_forms(string setting)
    {
        var result = FrontMatterReader.Read($"---\n{setting}\ntitle: t\n---\n");

        Assert.Equal(["a", "b, c", "d"], result.FrontMatter.All("tags"));
        Assert.Equal("t", result.FrontMatter["title"]);
    }

    [Theory]
    [InlineData("title: OpenStack: what is next", "OpenStack: what is next")]
    [InlineData("title: \"a \\\"b\\\" \\u793E\" # comment", "a \"b\" 社")]
    [InlineData("title: 'it''s'", "it's")]
    [InlineData("title: C# in depth # comment", "C# in depth")]
    [InlineData("title: \"open", "\"open")]
    [InlineData("title: >\n  two\n  lines", "two lines")]
    [InlineData("title: two\n  lines", "two lines")]
    [InlineData("title: 第三期(11.28-12.05)", "第三期(11.28-12.05)")]
    [InlineData("title: {% x %}", null)]
    [InlineData("title: ~\nlayout: post", null)]
    [InlineData("title:\nlayout: post", null)]
    public void A_value_is_read_as_its_writer_meant_it(string setting, string? value) =>
        Assert.Equal(value, FrontMatterReader.Read($"---\n{setting}\n---\n").FrontMatter["title"]);

    [Fact]
    public void Settings_below_a_key_carry_its_name() =>
        Assert.Equal("me", FrontMatterReader.Read("---\nauthor:\n  name: me\n---\n").FrontMatter["author.name"]);

    [Theory]
    [InlineData("---\ntitle: t\n---\nbody", "body")]
    [InlineData("---\r\ntitle: t\r\n---\r\nbody", "body")]
    [InlineData("\uFEFF---\ntitle: t\n---  \n\nbody", "\nbody")]
    [InlineData("---\ntitle: t\n...\nbody", "body")]
    [InlineData("---\ntitle: t\n---", "")]
    [InlineData("---\n---\nbody", "body")]
    [InlineData("# A title\nTags:\n---\ntitle: t\n---\nbody", "body")]
    [InlineData("+++\ntitle = \"t\"\n+++\nbody", "body")]
    [InlineData("{\"title\": \"t\"}\nbody", "body")]
    public void The_body_begins_behind_the_closing_line(string text, string body) =>
        Assert.Equal(body, text[FrontMatterReader.Read(text).BodyStart..]);

    [Theory]
    [InlineData("")]
    [InlineData("Just text.")]
    [InlineData("---\ntitle: never closed\n\ntext")]
    [InlineData("---\n\nA paragraph of prose.\n\nAnother.\n\n---\n")]
    [InlineData("---\n# A heading\n---\ntext")]
    [InlineData("----------\ntitle: t\n---\n")]
    [InlineData("# A title\n\nA paragraph.\n\n---\nkey: value\n---\n")]
    [InlineData("{% include JB/setup %}\ntext")]
    [InlineData("{ \"title\": ")]
    [InlineData("+++\nnothing")]
    public void What_is_no_front_matter_is_body(string text)
    {
        var result = FrontMatterReader.Read(text);

        Assert.Equal(0, result.BodyStart);
        Assert.Empty(result.FrontMatter.Values);
    }

    [Fact]
    public void The_later_of_two_equal_keys_counts_and_is_reported()
    {
        var result = FrontMatterReader.Read("---\ntitle: one\nTitle: two\n---\n");

        Assert.Equal("two", result.FrontMatter["title"]);
        Assert.Equal("line 3: 'Title' is given twice; the later one counts", Assert.Single(result.Warnings));
    }

    [Fact]
    public void A_broken_line_costs_that_line_only()
    {
        var result = FrontMatterReader.Read("---\ntitle: t\n?? what\nlayout: post\n---\n");

        Assert.Equal("post", result.FrontMatter["layout"]);
        Assert.StartsWith("line 3:", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_an_end_is_reported()
    {
        var result = FrontMatterReader.Read("---\ntags: [a, b\ntitle: t\n---\n");

        Assert.Equal("t", result.FrontMatter["title"]);
        Assert.Contains("not closed", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Toml_of_hugo_is_read()
    {
        var front = FrontMatterReader.Read(
            """
            +++
            title = "社区 \"周刊\"" # comment
            date = 2026-11-07T10:00:00Z
            draft = false
            tags = [
              "a",
              'b',
            ]
            summary = '''
            two
            lines'''
            [params]
            author = "me"
            +++
            """).FrontMatter;

        Assert.Equal("社区 \"周刊\"", front["title"]);
        Assert.Equal("2026-11-07T10:00:00Z", front["date"]);
        Assert.Equal("false", front["draft"]);
        Assert.Equal(["a", "b"], front.All("tags"));
        Assert.Equal("two\nlines", front["summary"]);
        Assert.Equal("me", front["params.author"]);
    }

    [Fact]
    public void Json_of_hugo_is_read()
    {
        var text = "{\"title\": \"社区 \\ud800\", \"t\": \"周\", \"tags\": [\"a\", 2], \"x\": {}}  \r\n# Body";

        var result = FrontMatterReader.Read(text);

        Assert.Equal("周", result.FrontMatter["t"]);
        Assert.Equal(["a", "2"], result.FrontMatter.All("tags"));
        Assert.Equal("# Body", text[result.BodyStart..]);
    }

    [Fact]
    public void No_text_makes_it_throw_or_point_outside() =>
        Prop.ForAll(Fragments.OfMarkdown, body =>
            Holds("---\n" + body) && Holds(body) && Holds("+++\n" + body) && Holds("{" + body))
            .QuickCheckThrowOnFailure();

    private static bool Holds(string text)
    {
        var result = FrontMatterReader.Read(text);
        return result.BodyStart >= 0 && result.BodyStart <= text.Length
            && result.FrontMatter.Values.Values.All(list => list.Count > 0 && list.All(value => value.Length > 0));
    }
}
