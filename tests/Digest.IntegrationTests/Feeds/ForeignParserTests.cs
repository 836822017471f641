using System.Text.Json;
using Digest.Feeds;
using Digest.Testing;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.IntegrationTests.Feeds;

/// <summary>What this project writes, other people's parsers read.</summary>
public sealed class ForeignParserTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public static TheoryData<string> Formats => ["rss", "atom"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Xmllint_finds_no_fault(string format)
    {
        await File.WriteAllBytesAsync(_file, Write(format), TestContext.Current.CancellationToken);

        Assert.Equal("", await RunAsync("xmllint", "--noout", _file));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Python_reads_the_title_back(string format)
    {
        const string script = """
            import sys, xml.etree.ElementTree as t
            titles = [e.text for e in t.parse(sys.argv[1]).iter() if e.tag.endswith("title")]
            sys.stdout.buffer.write(titles[-1].encode())
            """;
        await File.WriteAllBytesAsync(_file, Write(format), TestContext.Current.CancellationToken);

        Assert.Equal("社区 <动态> & ]]> 😀", await RunAsync("python3", "-c", script, _file));
    }

    [Fact]
    public void Json_is_json()
    {
        using var json = JsonDocument.Parse(JsonFeedWriter.Write(Feed()));

        Assert.Equal("社区 <动态> & ]]> 😀", json.RootElement.GetProperty("items")[0].GetProperty("title").GetString());
    }

    public void Dispose() => File.Delete(_file);

    private static FeedDocument Feed() =>
        Some.Feed(Some.FeedEntry() with { Title = "社区 <动态> & ]]> 😀", Summary = "\u0001 a\r\nb", Language = "ja" });

    private static byte[] Write(string format) => format == "rss" ? RssWriter.Write(Feed()) : AtomWriter.Write(Feed());

    private static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        Assert.SkipWhen(ForeignProgram.SkipReason(tool) is not null, ForeignProgram.SkipReason(tool) ?? "");

        var end = await ForeignProgram.RunAsync(tool, arguments, TestContext.Current.CancellationToken);
        return end.Output + end.Errors;
    }
}
