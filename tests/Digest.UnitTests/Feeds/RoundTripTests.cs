using System.Text;
using Digest.Feeds;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Feeds;

/// <summary>What the writers write, the reader reads; and no bytes make the reader throw.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Pieces =
    [
        "社区动态", "Nova & friends", "<b>bold</b>", "a < b > c", "]]>", "\"quoted\"", "it's", "&amp;", "&nbsp;", "😀", "𠮷",
        "\u0001", "\uFFFE", "\uD800", "\u200E", "--", "{{ x }}", "\\", "\t",
    ];

    private static readonly Gen<string> Words = Gen.Elements(Pieces).NonEmptyListOf()
        .Select(words => $"w{string.Concat(words)}w");

    // RSS does not tell whether a title is HTML, so it gets no tags and entities here.
    private static readonly Gen<string> PlainWords = Words.Select(words =>
        words.Replace("<b>", "", StringComparison.Ordinal).Replace("</b>", "", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal).Replace("&nbsp;", "", StringComparison.Ordinal));

    private static readonly Gen<FeedEntry> Entries =
        from title in PlainWords
        from summary in Words
        from html in Words
        from tag in PlainWords
        from minutes in Gen.Choose(0, 50_000_000)
        select new FeedEntry
        {
            Id = "set by Documents",
            Title = title,
            Url = "https://a.example/x?y=1&z=社",
            Summary = summary,
            ContentHtml = html,
            Authors = ["编辑 <b>"],
            Tags = [tag],
            Published = DateTimeOffset.UnixEpoch.AddMinutes(minutes),
            Updated = DateTimeOffset.UnixEpoch.AddMinutes(minutes),
            Language = "ja",
        };

    private static readonly Arbitrary<FeedDocument> Documents = Arb.From(
        from title in PlainWords
        from entries in Entries.ListOf()
        select new FeedDocument
        {
            Id = "tag:a.example,2026:feed",
            Title = title,
            SelfUrl = "https://a.example/feed",
            HomeUrl = "https://a.example/",
            Language = "zh-cn",
            Authors = ["编辑"],
            Entries = [.. entries.Select((entry, i) => entry with { Id = $"tag:a.example,2026:{i}" })],
        });

    [Fact]
    public void Rss_reads_back() => Prop.ForAll(Documents, feed =>
        Check(feed, RssWriter.Write(feed), entry => entry with { Updated = null })).QuickCheckThrowOnFailure();

    [Fact]
    public void Atom_reads_back() => Prop.ForAll(Documents, feed =>
        Check(feed, AtomWriter.Write(feed), entry => entry)).QuickCheckThrowOnFailure();

    [Fact]
    public void Json_feed_reads_back() => Prop.ForAll(Documents, feed =>
        Check(feed, JsonFeedWriter.Write(feed), entry => entry)).QuickCheckThrowOnFailure();

    [Fact]
    public void Same_document_gives_the_same_bytes() => Prop.ForAll(Documents, feed =>
        RssWriter.Write(feed).AsSpan().SequenceEqual(RssWriter.Write(feed))
        && AtomWriter.Write(feed).AsSpan().SequenceEqual(AtomWriter.Write(feed))
        && JsonFeedWriter.Write(feed).AsSpan().SequenceEqual(JsonFeedWriter.Write(feed))).QuickCheckThrowOnFailure();

    [Fact]
    public void No_bytes_make_the_reader_throw() => Prop.ForAll<byte[]>(bytes =>
        FeedReader.Read(bytes, null, null) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void No_damage_makes_the_reader_throw()
    {
        var damage =
            from feed in Documents.Generator
            from writer in Gen.Elements<Func<FeedDocument, byte[]>>(
                RssWriter.Write, AtomWriter.Write, JsonFeedWriter.Write)
            from cut in Gen.Choose(0, 3000)
            from piece in Gen.Elements(
                "<", "&", "\"", "<![CDATA[", "<!--", "</item>", "<a:b>", "\0", "}", "<!DOCTYPE x [")
            from at in Gen.Choose(0, 3000)
            select Damage(writer(feed), cut, piece, at);

        Prop.ForAll(Arb.From(damage), bytes => FeedReader.Read(bytes, "text/xml; charset=gbk", null) is not null)
            .QuickCheckThrowOnFailure();
    }

    private static bool Check(FeedDocument written, byte[] bytes, Func<FeedEntry, FeedEntry> lost)
    {
        var read = Assert.IsType<FeedReadResult.Read>(FeedReader.Read(bytes, null, null));
        Assert.Empty(read.Warnings);
        Assert.Equal(Line(written.Title), read.Feed.Title);
        Assert.Equal(written.Entries.Count, read.Feed.Entries.Count);
        foreach (var (expected, actual) in written.Entries.Select(lost).Zip(read.Feed.Entries))
        {
            var bare = actual with { Authors = [], Tags = [], People = [], Categories = [], Links = [] };
            Assert.Equal(Expected(expected), bare);
            Assert.Equal(expected.Tags.Select(Line), actual.Tags);
        }

        return true;
    }

    /// <summary>
    /// A summary is plain text when written and HTML when read; titles are one line without forbidden parts.
    /// </summary>
    private static FeedEntry Expected(FeedEntry written) => written with
    {
        Title = Line(written.Title),
        Summary = Legal(written.Summary!).Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal),
        ContentHtml = Legal(written.ContentHtml!),
        Authors = [],
        Tags = [],
    };

    private static string Line(string text) =>
        string.Join(' ', Legal(text).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string Legal(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value is '\t' or >= 0x20 and not (>= 0xFFFD and <= 0xFFFF)));

    private static byte[] Damage(byte[] bytes, int cut, string piece, int at)
    {
        var start = Math.Min(at, bytes.Length);
        byte[] damaged = [.. bytes[..start], .. Encoding.UTF8.GetBytes(piece), .. bytes[start..]];
        return damaged[..Math.Max(damaged.Length - cut, 0)];
    }
}
