using Digest.IntegrationTests.Publish;
using Xunit;

namespace Digest.IntegrationTests.Render;

/// <summary>What checkers of other projects say to letter, pages and feeds.</summary>
public sealed class ForeignEyesTests : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Python = "/usr/bin/python3";
    private const string Xmllint = "/usr/bin/xmllint";

    private readonly SiteFolder _site = new();

    public async ValueTask InitializeAsync() => await _site.WriteAsync();

    [Fact]
    public async Task Letter_and_pages_are_valid_html()
    {
        ForeignTool.SkipWithoutNode();

        await ForeignTool.RunAsync(
            "node", ForeignTool.PathOf("node_modules/.bin/html-validate"),
            "--config", ForeignTool.PathOf("email.json"), "--formatter", "text",
            _site.PathOf("mail.html"), _site.PathOf("006.html"), _site.PathOf("index.html"));
    }

    [Fact]
    public async Task Nobody_is_shut_out_in_either_colour_scheme()
    {
        ForeignTool.SkipWithoutNode();
        ForeignTool.SkipWithout(Chromium, "install chromium");

        await ForeignTool.RunAsync(
            "node", ForeignTool.PathOf("check.mjs"),
            _site.PathOf("mail.html"), _site.PathOf("006.html"), _site.PathOf("index.html"));
    }

    [Theory]
    [InlineData("feed.xml")]
    [InlineData("atom.xml")]
    [InlineData("stories.xml")]
    [InlineData("stories.atom.xml")]
    public async Task Feed_is_well_formed(string name)
    {
        ForeignTool.SkipWithout(Xmllint, "install libxml2-utils");

        await ForeignTool.RunAsync(Xmllint, "--noout", "--nonet", _site.PathOf(name));
    }

    [Theory]
    [InlineData("stories.xml")]
    [InlineData("stories.atom.xml")]
    public async Task Foreign_reader_finds_titles_ids_and_places(string name)
    {
        ForeignTool.SkipWithout("/usr/lib/python3/dist-packages/feedparser/__init__.py", "install python3-feedparser");
        const string Script =
            "import sys, feedparser; f = feedparser.parse(sys.argv[1]); assert not f.bozo, f.bozo_exception\n"
            + "for e in f.entries: print(e.id, e.title, e.link, sep='\\t')";

        var read = await ForeignTool.RunAsync(Python, "-X", "utf8", "-c", Script, _site.PathOf(name));

        var expected = SampleIssue.Frozen.Stories.Select(story =>
            $"{story.Id}\t{story.Title}\thttps://newsletter.example.org/weekly/006.html#{story.Anchor}");
        Assert.Equal(expected, read.TrimEnd('\n').Split('\n'));
    }

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        return ValueTask.CompletedTask;
    }
}
