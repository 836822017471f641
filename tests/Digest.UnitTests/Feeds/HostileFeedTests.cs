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

    /// <summary>Each address written out against a base of a hundred thousand letters would take gigabytes.</summary>
    [Theory]
    [InlineData("<link href=\"a\"/>")]
    [InlineData("<content type=\"html\">{0}</content>", "&lt;a href='a'>")]
    [InlineData("<content type=\"xhtml\"><div><b xml:base=\"b/\">{0}</b></div></content>", "<a href='a'/>")]
    public void Long_base_does_not_multiply(string around, string piece = "")
    {
        var mass = string.Concat(Enumerable.Repeat(piece.Length > 0 ? piece : around, Mass));
        var inside = piece.Length > 0 ? around.Replace("{0}", mass, StringComparison.Ordinal) : mass;
        var place = $"https://d.example/{new string('a', 2 * Mass)}/";
        var before = GC.GetAllocatedBytesForCurrentThread();

        var root = $"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="{place}">""";
        var read = Read($"{root}<entry>{inside}</entry></feed>");

        Assert.Single(((FeedReadResult.Read)read).Feed.Entries);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    /// <summary>Some of these can be joined to a base, and what comes of it is no address.</summary>
    [Theory]
    [InlineData("http:/&lt;feed xmlns=")]
    [InlineData("http:/")]
    [InlineData("http:")]
    [InlineData("http:///a")]
    [InlineData("http://[")]
    [InlineData("http://a:99999/")]
    [InlineData("http://a.-b../")]
    [InlineData("///")]
    [InlineData("//%")]
    public void No_base_makes_the_reader_throw_or_tell_what_is_no_address(string written)
    {
        var link = $"""<link href="{written}"/><link href="a"/><content type="html">&lt;a href='b'></content>""";
        var atom = $"""<feed xml:base="http://d.example/"><entry xml:base="{written}">{link}</entry></feed>""";
        var rss = $"<rss><channel><link>{written}</link><item><link>a</link></item></channel></rss>";
        var page = $"<base href='{written}'><link rel=alternate type=application/rss+xml href=a>";

        foreach (var read in new[] { Read(atom), Read(rss) }.Cast<FeedReadResult.Read>())
            Assert.All(read.Feed.Entries.SelectMany(entry => entry.Links), found => Assert.NotNull(new Uri(found.Url)));
        Assert.All(
            FeedDiscovery.Find(Encoding.UTF8.GetBytes(page), null, new Uri("https://d.example/")),
            found => Assert.NotNull(new Uri(found.Url)));
    }

    [Fact]
    public void Masses_of_different_files_are_told_once_each()
    {
        var groups = Enumerable.Range(0, 200).Select(group => "<media:group>" + string.Concat(Enumerable.Range(0, 500)
            .Select(file => $"<media:content url='https://d.example/{group}/{file}'/>")) + "</media:group>");
        var item = string.Concat(groups);

        var read = (FeedReadResult.Read)Read($"<rss><channel><item>{item}{item}</item></channel></rss>");

        Assert.Equal(100_000, Assert.Single(read.Feed.Entries).Enclosures.Count);
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
