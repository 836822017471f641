using System.Text;
using Digest.IntegrationTests.Render;
using Xunit;

namespace Digest.IntegrationTests.Run;

/// <summary>Lists of feeds go into a newsletter's settings and come out of them.</summary>
public sealed class SourcesImportTests : IDisposable
{
    private const string Settings = "digests/harbour/newsletter.yml";

    private const string List = """
        <?xml version="1.0"?>
        <opml version="1.0"><head><title>mine</title></head><body>
        <outline text="浮木">
          <outline text="Keel Journal" xmlUrl="https://keel.driftwood.org/feed" language="zh-CN" category="/keel"/>
          <outline text="帆" xmlurl="https://sail.driftwood.org/feed?a=1&b=2"/>
        </outline>
        </body></opml>
        """;

    private readonly CommandSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Feeds_of_a_list_become_sources()
    {
        Write("mine.opml", List);
        var result = await ImportAsync();
        var sources = (await _site.JsonAsync("sources", "list", "harbour"))["sources"]!.AsArray();

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("2 added, 0 known, 0 refused", result.Output, StringComparison.Ordinal);
        Assert.Equal("https://keel.driftwood.org/feed", Location(sources, "keel-journal"));
        Assert.Equal("https://sail.driftwood.org/feed?a=1&b=2", Location(sources, "sail-driftwood-org"));
    }

    [Fact]
    public async Task Rest_of_the_file_stays_byte_for_byte()
    {
        byte[] before = [.. Encoding.UTF8.Preamble, .. File.ReadAllBytes(_site.PathOf(Settings)), .. "# 完\n"u8];
        File.WriteAllBytes(_site.PathOf(Settings), before);
        Write("mine.opml", List);
        await ImportAsync();
        var lines = Lines(File.ReadAllBytes(_site.PathOf(Settings)));

        Assert.Equal(2, lines.Count(line => line.Contains("driftwood.org", StringComparison.Ordinal)));
        Assert.Equal(Lines(before), lines.Where(line => !line.Contains("driftwood.org", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Rehearsal_changes_nothing()
    {
        var before = File.ReadAllBytes(_site.PathOf(Settings));
        Write("mine.opml", List);
        var json = await _site.JsonAsync("sources", "import", "mine.opml", "--newsletter", "harbour", "--dry-run");

        Assert.True((bool)json["dryRun"]!);
        Assert.Equal("keel-journal", (string?)json["added"]![0]!["source"]);
        Assert.Equal(before, File.ReadAllBytes(_site.PathOf(Settings)));
    }

    [Fact]
    public async Task Second_import_knows_them_all()
    {
        Write("mine.opml", List);
        await ImportAsync();
        var before = File.ReadAllBytes(_site.PathOf(Settings));
        var result = await ImportAsync();

        Assert.Contains("0 added, 2 known, 0 refused", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_site.PathOf(Settings)));
    }

    [Fact]
    public async Task Refused_addresses_are_listed_and_the_others_added()
    {
        Write("mine.opml", List.Replace("https://sail.driftwood.org", "http://127.0.0.1"));
        var result = await ImportAsync();

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("1 added, 0 known, 1 refused", result.Output, StringComparison.Ordinal);
        Assert.Contains("line 5: '127.0.0.1' lies on a private network", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<rss version='2.0'/>", 1, "mine.opml: line 1: <rss> and not <opml>")]
    [InlineData("<opml><body/></opml>", 1, "mine.opml: holds no feed")]
    [InlineData(null, 2, "mine.opml: there is no such file")]
    public async Task What_is_no_list_changes_nothing(string? text, int code, string error)
    {
        if (text is not null)
            Write("mine.opml", text);
        var result = await ImportAsync();

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(error, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_not_utf8_is_left_alone()
    {
        byte[] gbk = [.. File.ReadAllBytes(_site.PathOf(Settings)), .. "# "u8, 0xC9, 0xE7, (byte)'\n'];
        File.WriteAllBytes(_site.PathOf(Settings), gbk);
        Write("mine.opml", List);
        var result = await ImportAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("is not UTF-8", result.Errors, StringComparison.Ordinal);
        Assert.Equal(gbk, File.ReadAllBytes(_site.PathOf(Settings)));
    }

    [Fact]
    public async Task Export_is_read_by_another_program()
    {
        ForeignTool.SkipWithoutNode();
        Write("mine.opml", List);
        await ImportAsync();
        var export = await _site.RunAsync("sources", "export", "harbour", "--output", "out.opml");
        var script = $$"""
            import { readFileSync } from 'node:fs';
            import { parseOpml } from '{{ForeignTool.PathOf("node_modules/feedsmith/dist/index.mjs")}}';
            const { body } = parseOpml(readFileSync('{{_site.PathOf("out.opml")}}', 'utf8'));
            console.log(body.outlines.map(o => [o.text, o.xmlUrl, o.language, o.category].join(' ')).join('\n'));
            """;
        var read = await ForeignTool.RunAsync("node", "--input-type=module", "-e", script);

        Assert.Equal(0, export.ExitCode);
        Assert.Contains("keel-journal https://keel.driftwood.org/feed zh-CN 浮木,keel", read, StringComparison.Ordinal);
    }

    private Task<CommandResult> ImportAsync() =>
        _site.RunAsync("sources", "import", "mine.opml", "--newsletter", "harbour");

    private void Write(string part, string text) => File.WriteAllText(_site.PathOf(part), text);

    private static string[] Lines(byte[] bytes) => Encoding.UTF8.GetString(bytes).Split('\n');

    private static string? Location(System.Text.Json.Nodes.JsonArray sources, string id) =>
        (string?)sources.Single(source => (string?)source!["source"] == id)!["location"];
}
