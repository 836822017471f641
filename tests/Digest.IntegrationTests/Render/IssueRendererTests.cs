using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Render;

public sealed class IssueRendererTests
{
    private static readonly string LongDraft =
        string.Concat(Enumerable.Range(0, 400).Select(i => $"## 第 {i} 节\n\n{new string('长', 100)}\n\n"));

    private readonly FrozenIssue _frozen = SampleIssue.Frozen;
    private readonly IDocument _letter = new HtmlParser().ParseDocument(SampleIssue.Frozen.Html);

    [Fact]
    public void Letter_looks_as_agreed() => GoldenFile.Matches("mail.html", _frozen.Html);

    [Fact]
    public void Text_looks_as_agreed() => GoldenFile.Matches("mail.txt", _frozen.Text);

    [Fact]
    public void Page_looks_as_agreed() => GoldenFile.Matches("page.html", _frozen.Page);

    [Fact]
    public void Body_for_feeds_looks_as_agreed() => GoldenFile.Matches("body.html", _frozen.BodyHtml);

    [Fact]
    public void Same_issue_gives_the_same_bytes_and_the_same_hash()
    {
        var again = Some.RenderedIssue(GoldenFile.Read("issue.md"), SampleIssue.Newsletter, _frozen.Issue);

        Assert.Equal(_frozen.Html, again.Html);
        Assert.Equal(_frozen.Page, again.Page);
        Assert.Equal(_frozen.Issue.ContentHash, again.Issue.ContentHash);
    }

    [Fact]
    public void One_changed_character_changes_the_hash()
    {
        var draft = GoldenFile.Read("issue.md").Replace("两个补丁", "三个补丁", StringComparison.Ordinal);

        var changed = Some.RenderedIssue(draft, SampleIssue.Newsletter, _frozen.Issue);

        Assert.NotEqual(_frozen.Issue.ContentHash, changed.Issue.ContentHash);
    }

    [Fact]
    public void Stories_have_ids_that_neither_title_nor_address_decides() => Assert.Equal(
        ["#0aaaaaaaaaa1", "#0aaaaaaaaaa2", "#0aaaaaaaaaa3", "#0aaaaaaaaaa4", "#0aaaaaaaaaa5", "#7"],
        _frozen.Stories.Select(story => story.Id.Replace(_frozen.Issue.Id, "", StringComparison.Ordinal)));

    [Fact]
    public void Preheader_has_a_length_that_inboxes_show() => Assert.InRange(_frozen.Preheader.Length, 35, 90);

    [Fact]
    public void Preheader_is_in_the_letter_and_not_in_the_text()
    {
        Assert.Contains(_frozen.Preheader, _letter.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(_frozen.Preheader, _frozen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u034F', _frozen.Text);
    }

    [Fact]
    public void Unsubscribe_and_browser_links_stand_at_both_ends_of_the_letter()
    {
        foreach (var address in (string[])[LetterSlots.Unsubscribe, "https://newsletter.example.org/weekly/006.html"])
        {
            var places = _letter.QuerySelectorAll($"a[href='{address}']").ToList();
            Assert.Equal(2, places.Count);
            Assert.Equal(DocumentPositions.Following, places[0].CompareDocumentPosition(_letter.QuerySelector("h1")!));
            Assert.Equal(DocumentPositions.Preceding, places[1].CompareDocumentPosition(_letter.QuerySelector("h1")!));
        }
    }

    [Fact]
    public void Page_has_no_slot_of_a_letter_and_no_script()
    {
        Assert.DoesNotContain("slot.invalid", _frozen.Page, StringComparison.Ordinal);
        Assert.Empty(new HtmlParser().ParseDocument(_frozen.Page).Scripts);
    }

    [Fact]
    public void Foreign_items_carry_their_language()
    {
        var foreign = _letter.QuerySelectorAll("td[lang]").Select(cell => cell.GetAttribute("lang"));

        Assert.Equal(["en", "ja"], foreign);
    }

    [Fact]
    public void Image_of_a_source_becomes_a_link_and_image_of_an_editor_stays()
    {
        var images = _letter.QuerySelectorAll("img").Select(image => image.GetAttribute("src"));

        Assert.Equal(["https://news.example/photos/room.jpg"], images);
        Assert.NotNull(_letter.QuerySelector("a[href='https://pinestore.example/images/migrate.png']"));
    }

    [Fact]
    public void Every_target_of_the_draft_is_in_every_form()
    {
        var targets = Targets.InMarkdown(GoldenFile.Read("issue.md"));

        Assert.NotEmpty(targets);
        Assert.Empty(targets.Except(Targets.InHtml(_frozen.Html)));
        Assert.Empty(targets.Except(Targets.InHtml(_frozen.Page)));
        Assert.Empty(targets.Except(Targets.InHtml(_frozen.BodyHtml)));
        Assert.All(targets, target => Assert.Contains(target, _frozen.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Letter_too_large_for_inboxes_is_refused_with_its_size()
    {
        var refusal = Assert.Throws<DigestException>(() => Some.RenderedIssue(LongDraft, SampleIssue.Newsletter));

        Assert.Contains("KB", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Issue_of_an_archive_may_be_as_draftas_it_is()
    {
        var frozen = Some.RenderedIssue(LongDraft, SampleIssue.Newsletter, Some.Issue() with { Imported = true });
        Assert.Equal(400, frozen.Stories.Count);
    }
}
