using System.Text;
using Digest.Feeds;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Feeds;

/// <summary>Documents made to hurt: any order of what readers stumble over, and masses of a single piece.</summary>
public sealed class HostileFeedTests
{
    private const int Mass = 50_000;

    private static readonly string[] Pieces =
    [
        "<", ">", "&", "\"", "'", "=", "/>", "<a", "<a>", "</a>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>",
        "<!DOCTYPE x [", "<!ENTITY a \"b\">", "]", "&a;", "&#x", "&#xD800;", "&#38;", "<rss>", "<channel>",
        "</channel>",
        "<item>", "</item>", "<entry>", "<title>", "</title>", "<description>", "<content type='xhtml'>", "<author>",
        "<name>", "<image>", "<media:group>", "<link href='", "<x xmlns:y='z'>", "xml:base='", "<category>",
        "<pubDate>二〇二六年", "<skipHours>", "</rss>", "\0", "\uFFFE", "浮木", "{", "}", "[", ",", "\"items\":[",
    ];

    public static TheoryData<string> EveryPiece => [.. Pieces];

    [Fact]
    public void No_order_of_pieces_makes_the_reader_throw() => Prop.ForAll(
        Arb.From(Gen.Elements(Pieces).ListOf(60)),
        pieces => Read(string.Concat(pieces)) is not null && Read($"<rss><channel>{string.Concat(pieces)}") is not null
            && FeedDiscovery.Find(Encoding.UTF8.GetBytes(string.Concat(pieces)), null, null) is not null)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Whatever_is_read_has_unique_ids_and_web_addresses() => Prop.ForAll(
        Arb.From(Gen.Elements(Pieces).ListOf(60)),
        pieces => Read($"<rss><channel>{string.Concat(pieces)}") is not FeedReadResult.Read read
            || read.Feed.Entries.Select(entry => entry.Id).Distinct().Count() == read.Feed.Entries.Count
            && read.Warnings.Count <= 21
            && read.Feed.Entries.All(entry => entry.Url is not { } url || new Uri(url).Scheme is "http" or "https"))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>A reader that looks far ahead for each of them would not come back from this.</summary>
    [Theory]
    [MemberData(nameof(EveryPiece))]
    public void Masses_of_one_piece_are_read_to_the_end(string piece)
    {
        var mass = string.Concat(Enumerable.Repeat(piece, Mass));

        Assert.NotNull(Read(mass));
        Assert.NotNull(Read($"<rss><channel><item><title>One</title><description>{mass}"));
        Assert.NotNull(Read($"<rss><channel><item><link {mass}"));
    }

    [Theory]
    [InlineData("&#x41;")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("年")]
    [InlineData("十")]
    [InlineData("Jan ")]
    public void Masses_are_no_date(string piece)
    {
        Assert.False(FeedDate.TryParse(string.Concat(Enumerable.Repeat(piece, Mass)), TimeZoneInfo.Utc, out _));
        Assert.False(FeedDate.TryParse(string.Concat(Enumerable.Repeat(piece, 16)), TimeZoneInfo.Utc, out _));
    }

    [Fact]
    public void No_text_makes_the_date_reader_throw() => Prop.ForAll<string>(text =>
        FeedDate.TryParse(text, TimeZoneInfo.Utc, out _) is var _).QuickCheckThrowOnFailure();

    private static FeedReadResult Read(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), null, null);
}
