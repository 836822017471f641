using Digest.Markup;
using Digest.Render;
using Digest.Templating;
using Xunit;

namespace Digest.IntegrationTests.Markup;

/// <summary>
/// A browser opens what we make of hostile texts: nothing runs, nothing is fetched, and nothing comes to life when the
/// browser reads its own writing again, as web mails and editors make it do.
/// </summary>
public sealed class HostileTests
{
    private const int VectorsOfADocument = 12;

    private static readonly Uri Place = new("https://planet.example/post");

    [Fact]
    public Task Cleaned_html_is_harmless() =>
        MustBeHarmlessAsync(Gathered(text => HtmlCleaner.Clean(text, Place)));

    [Fact]
    public Task Html_turned_into_markdown_and_back_is_harmless() => MustBeHarmlessAsync(
        Gathered(text => MarkdownRenderer.ToHtml(HtmlToMarkdown.Convert(text, Place), "")));

    [Fact]
    public Task Html_in_place_of_markdown_is_harmless() =>
        MustBeHarmlessAsync(Gathered(text => MarkdownRenderer.ToHtml(text, "")));

    // Images that an editor puts into an issue are shown; those of a source are not.
    [Fact]
    public Task Text_of_an_editor_is_harmless() => MustBeHarmlessAsync(Documents(
        Vector.Markdown,
        text => Item(MarkdownRenderer.ToHtml(text, ""), isGathered: false),
        allow: "https://editor.example/"));

    [Fact]
    public async Task Letters_pages_and_feeds_of_hostile_feeds_are_harmless() => await MustBeHarmlessAsync(
        await HostileIssue.MakeAsync([.. Vector.Html, .. Vector.Markdown]));

    [Fact]
    public async Task Vectors_bite_where_nothing_cleans_them()
    {
        var results = await HostileDocument.OpenAsync(
            [.. Vector.Html.Select(vector => HostileDocument.Around(vector.Name, vector.Text))]);

        Assert.True(Vector.Html.Count + Vector.Markdown.Count >= 120);
        Assert.True(results.Count(result => result.Ran > 0) >= 60, Told(results.Where(result => result.Ran == 0)));
        Assert.True(results.Count(result => result.Requests.Count > 0) >= 60);
        Assert.True(results.Count(result => result.Found.Count > 0) >= 60);
        Assert.Contains(results, result => !result.Settled);
    }

    private static IEnumerable<HostileDocument> Gathered(Func<string, string> clean) =>
        Documents(Vector.Html, text => Item(clean(text), isGathered: true));

    /// <summary>Several a document: what is harmless alone must be so among others, and a page costs time.</summary>
    private static IEnumerable<HostileDocument> Documents(
        IReadOnlyList<Vector> vectors, Func<string, string> make, string? allow = null) =>
        vectors.Chunk(VectorsOfADocument).Select(part => HostileDocument.Around(
            $"{part[0].Name} to {part[^1].Name}",
            string.Join("</div>\n<div>", part.Select(vector => make(vector.Text))),
            allow));

    private static string Item(string html, bool isGathered) =>
        ItemHtml.Write(ItemHtml.Read(html, hasTitle: true, isGathered, Chrome.For("zh-CN")));

    private static async Task MustBeHarmlessAsync(IEnumerable<HostileDocument> documents)
    {
        var results = await HostileDocument.OpenAsync([.. documents]);
        Assert.NotEmpty(results);
        Assert.True(results.All(result => result.IsHarmless), Told(results.Where(result => !result.IsHarmless)));
    }

    private static string Told(IEnumerable<HostileResult> results) => string.Join('\n', results);
}
