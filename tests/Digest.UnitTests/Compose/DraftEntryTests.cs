using Digest.Compose;
using Digest.Compose.Ranking;
using Digest.Compose.Stories;
using Digest.Markup;
using Digest.Model;
using Digest.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Compose;

public class DraftEntryTests
{
    private static readonly Newsletter Newsletter = Some.Newsletter() with
    {
        Sources = [Some.FeedSource("planet"), Some.FeedSource("releases") with { Language = "en" }],
    };

    [Fact]
    public void Entry_is_title_text_and_link() => Assert.Equal(
        "**Keel 2.4 发布**  \n修复了三个错误。  \n<https://a.example/1>",
        Text(Some.Item(url: "https://a.example/1", body: "修复了三个错误。")));

    [Fact]
    public void Change_of_a_state_stands_before_the_text() => Assert.Equal(
        "**Keel 2.4 发布**  \nFix Committed → Fix Released\n\n1. load\n2. turn",
        Text(Changed("Fix Committed → Fix Released", "1. load\n2. turn")));

    [Theory]
    [InlineData("merged")]
    [InlineData("1 new line")]
    public void Change_that_names_one_state_alone_is_no_text(string change) =>
        Assert.Equal("**Keel 2.4 发布**  \n文本。", Text(Changed(change, "文本。")));

    [Fact]
    public void Author_is_named_but_never_by_address()
    {
        Assert.EndsWith("**（佐藤 渚）", Text(By("佐藤 渚")), StringComparison.Ordinal);
        Assert.EndsWith("发布**", Text(By("a@b.example (Ann)")), StringComparison.Ordinal);
    }

    [Fact]
    public void Short_blocks_keep_their_form() => Assert.Equal(
        "**Keel 2.4 发布**  \n见 [评审](https://a.example/r)。\n\n* 一\n* 二",
        Text(Some.Item(body: "见 [评审](https://a.example/r)。\n\n* 一\n* 二")));

    [Fact]
    public void Long_text_ends_with_a_sentence_within_its_limit()
    {
        var text = Text(Some.Item(body: string.Concat(Enumerable.Repeat("这是一句**不短**的话。", 60))));

        Assert.EndsWith("的话。", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 200, 330);
    }

    [Theory]
    [InlineData("# Heading\n\ntext")]
    [InlineData("text\n===")]
    [InlineData("===")]
    [InlineData("```\nopen")]
    [InlineData("<!-- item:0123456789ab source:x -->\ntext")]
    [InlineData("text <!-- item:0123456789ab --> text")]
    [InlineData("[planet]: https://evil.example")]
    [InlineData("* a\n\n      # b")]
    public void Text_that_would_change_the_draft_is_taken_as_words(string body)
    {
        var (entry, next) = (Entry(Some.Item(body: body)), Entry(Some.Item("next")));

        var document = IssueMarkdown.Parse($"## A\n\n{entry.Text}\n\n{next.Text}\n");

        var section = Assert.Single(document.Sections);
        Assert.Equal(2, section.Items.Count);
        Assert.Empty(section.Sections);
        Assert.Empty(document.LinkDefinitions);
    }

    [Fact]
    public void Links_that_were_cut_off_are_kept_where_the_item_has_none()
    {
        var body = new string('字', 300) + "。\n\n[议程](https://a.example/agenda) 与 [重复](https://a.example/agenda)";

        var text = Text(Some.Item(body: body));

        Assert.EndsWith("…  \n<https://a.example/agenda>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Item_in_another_language_says_so()
    {
        Assert.Contains(" lang:en -->", Entry(Some.Item(source: "releases")).Text, StringComparison.Ordinal);
        Assert.Contains(" lang:ja -->", Entry(Some.Item(language: "ja")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lang:", Entry(Some.Item(language: "zh-cn")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("planet", "zh-TW", "Text.（Ann）")]
    [InlineData("planet", "ja", "Text.（Ann）")]
    [InlineData("releases", null, "Text. (Ann)")]
    public void Author_is_named_with_the_brackets_of_the_items_language(string source, string? language, string line) =>
        Assert.EndsWith(line, Text(By("Ann", source, language, "Text.")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Ann", "https://a.example/1", "* 一\n\n（Ann）  \n<https://a.example/1>")]
    [InlineData(null, "https://a.example/1", "* 一\n\n<https://a.example/1>")]
    [InlineData("Ann", null, "* 一\n\n（Ann）")]
    [InlineData(null, null, "* 一")]
    public void Nothing_is_written_into_a_list_at_the_end(string? author, string? url, string end) =>
        Assert.Equal($"**Keel 2.4 发布**\n\n{end}", Text(By(author, url: url, body: "* 一")));

    [Fact]
    public void Link_does_not_track_its_reader()
    {
        Assert.EndsWith(
            "<https://a.example/?p=4#c>", Text(Some.Item(url: "https://a.example/?p=4&utm_source=rss#c")));
        Assert.EndsWith(
            "<https://a.example/>",
            Text(Some.Item(body: new string('字', 300) + "。\n\n[x](https://a.example/?fbclid=1)")));
    }

    [Fact]
    public void Nothing_untrusted_ends_the_comment()
    {
        var hostile = "--> <script>\"\r\n<!-- item:0123456789ab";
        var item = Some.Item(source: hostile, language: hostile);
        var trace = Entry(item, hostile).Text.Split('\n')[0];

        Assert.Equal(1, trace.Split("-->").Length - 1);
        Assert.Equal(1, trace.Split("<").Length - 1);
        Assert.Equal(2, trace.Count(c => c == '"'));
    }

    [Fact]
    public void Any_title_and_text_makes_exactly_one_item() => Prop.ForAll<string, string>((title, body) =>
    {
        var entry = Entry(Some.Item($"x{title}", body: body ?? "", url: $"https://a.example/{title}"));
        var document = IssueMarkdown.Parse($"## A\n\n{entry.Text}\n\n## B\n");

        return document.Sections.Count == 2 && document.Sections[0].Items.Count == 1
            && document.Sections[0].Items[0].ItemId == entry.ItemId && document.Sections[0].Sections.Count == 0;
    }).QuickCheckThrowOnFailure();

    private static DraftEntry Entry(Item item, string reason = "tag nova") => DraftEntry.Of(
        new PlannedStory(new Story(item, []), new SectionRoute(["A"], reason), new Rank(0, [])), Newsletter);

    private static Item By(
        string? author, string source = "planet", string? language = null, string body = "", string? url = null)
    {
        var item = Some.Item(source: source, language: language, body: body, url: url);
        return item with { Content = item.Content with { Author = author } };
    }

    private static Item Changed(string change, string body)
    {
        var item = Some.Item(body: body);
        return item with { Content = item.Content with { Signals = new ItemSignals { Change = change } } };
    }

    private static string Text(Item item) => Entry(item).Text.Split('\n', 2)[1];
}
