namespace Digest.Feeds.Xml;

/// <summary>The namespaces that feeds are made of.</summary>
internal enum FeedSpace
{
    /// <summary>Of no use here: its elements are passed over.</summary>
    Other,

    /// <summary>That of the format itself, whichever it is and however it is written.</summary>
    Core,
    Atom,
    Content,
    DublinCore,
    DublinCoreTerms,
    Media,
    Itunes,
    Syndication,
    FeedBurner,
    Rdf,
    Xhtml,
}
