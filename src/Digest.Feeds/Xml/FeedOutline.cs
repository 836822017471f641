namespace Digest.Feeds.Xml;

/// <summary>A feed in XML taken apart: what is said of the feed, and its entries.</summary>
internal sealed class FeedOutline
{
    private const int MostEntries = 5_000;
    private const int MostFields = 1_000;

    private readonly List<XmlField> _metadata = [];
    private readonly List<XmlField> _entries = [];

    /// <summary>The root's name in lower case: rss, rdf, feed, channel; item or entry where there is no root.</summary>
    public required string Root { get; init; }

    /// <summary>The root's own namespace as written; empty if it has none.</summary>
    public string Address { get; set; } = "";

    /// <summary>The root's version as written.</summary>
    public string Version { get; set; } = "";

    /// <summary>What holds for the feed: from the elements around the entries.</summary>
    public required XmlScope Scope { get; set; }

    /// <summary>rdf:about of the channel.</summary>
    public string? About { get; set; }

    /// <summary>The href of a channel, which is how CDF says where it belongs.</summary>
    public string? Href { get; set; }

    public bool IsAtom => Root is "feed" or "entry";

    public IReadOnlyList<XmlField> Metadata => _metadata;

    public IReadOnlyList<XmlField> Entries => _entries;

    public bool IsFull => _entries.Count >= MostEntries;

    public void Add(XmlField field)
    {
        if (field.Name is "item" or "entry")
            _entries.Add(field);
        else if (_metadata.Count < MostFields)
            _metadata.Add(field);
    }
}
