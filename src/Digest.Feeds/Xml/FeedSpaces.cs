using System.Collections.Frozen;

namespace Digest.Feeds.Xml;

/// <summary>Addresses and customary prefixes of the namespaces, in all the spellings that feeds use.</summary>
internal static class FeedSpaces
{
    private static readonly FrozenDictionary<string, FeedSpace> Addresses = new Dictionary<string, FeedSpace>
    {
        [""] = FeedSpace.Core,
        ["purl.org/rss/1.0"] = FeedSpace.Core,
        ["my.netscape.com/rdf/simple/0.9"] = FeedSpace.Core,
        ["channel.netscape.com/rdf/simple/0.9"] = FeedSpace.Core,
        ["backend.userland.com/rss"] = FeedSpace.Core,
        ["backend.userland.com/rss2"] = FeedSpace.Core,
        ["blogs.law.harvard.edu/tech/rss"] = FeedSpace.Core,
        ["cyber.law.harvard.edu/rss/rss.html"] = FeedSpace.Core,
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = FeedSpace.Core,
        ["purl.org/net/rss1.1"] = FeedSpace.Core,
        ["www.w3.org/2005/atom"] = FeedSpace.Atom,
        ["purl.org/atom/ns"] = FeedSpace.Atom,
        ["purl.org/net/echo"] = FeedSpace.Atom,
        ["example.com/newformat"] = FeedSpace.Atom,
        ["purl.org/rss/1.0/modules/content"] = FeedSpace.Content,
        ["purl.org/dc/elements/1.1"] = FeedSpace.DublinCore,
        ["purl.org/dc/elements/1.0"] = FeedSpace.DublinCore,
        ["purl.org/rss/1.0/modules/dc"] = FeedSpace.DublinCore,
        ["purl.org/dc/terms"] = FeedSpace.DublinCoreTerms,
        ["purl.org/rss/1.0/modules/dcterms"] = FeedSpace.DublinCoreTerms,
        ["search.yahoo.com/mrss"] = FeedSpace.Media,
        ["search.yahoo.com/rss"] = FeedSpace.Media,
        ["video.search.yahoo.com/mrss"] = FeedSpace.Media,
        ["www.itunes.com/dtds/podcast-1.0.dtd"] = FeedSpace.Itunes,
        ["www.itunes.com/dtds/podcast-1.0"] = FeedSpace.Itunes,
        ["example.com/dtds/podcast-1.0.dtd"] = FeedSpace.Itunes,
        ["purl.org/rss/1.0/modules/syndication"] = FeedSpace.Syndication,
        ["rssnamespace.org/feedburner/ext/1.0"] = FeedSpace.FeedBurner,
        ["www.w3.org/1999/02/22-rdf-syntax-ns"] = FeedSpace.Rdf,
        ["www.w3.org/1999/xhtml"] = FeedSpace.Xhtml,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FeedSpace> Prefixes = new Dictionary<string, FeedSpace>
    {
        ["rss"] = FeedSpace.Core,
        ["atom"] = FeedSpace.Atom,
        ["atom10"] = FeedSpace.Atom,
        ["a10"] = FeedSpace.Atom,
        ["content"] = FeedSpace.Content,
        ["dc"] = FeedSpace.DublinCore,
        ["dcterms"] = FeedSpace.DublinCoreTerms,
        ["media"] = FeedSpace.Media,
        ["itunes"] = FeedSpace.Itunes,
        ["sy"] = FeedSpace.Syndication,
        ["feedburner"] = FeedSpace.FeedBurner,
        ["rdf"] = FeedSpace.Rdf,
        ["xhtml"] = FeedSpace.Xhtml,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The namespace at an address; case, scheme and a last '/' or '#' tell nothing.</summary>
    public static FeedSpace At(string address)
    {
        var bare = address.AsSpan().Trim().TrimEnd("/#");
        var scheme = bare.IndexOf("://");
        return Addresses.GetAlternateLookup<ReadOnlySpan<char>>()
            .TryGetValue(scheme < 0 ? bare : bare[(scheme + 3)..], out var space)
            ? space
            : FeedSpace.Other;
    }

    /// <summary>What a prefix means to everybody, said or not.</summary>
    public static FeedSpace ByCustom(ReadOnlySpan<char> prefix) =>
        Prefixes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(prefix, out var space) ? space : FeedSpace.Other;
}
