using System.Xml;

namespace Digest.Feeds.Opml;

/// <summary>
/// One way through a list. It holds the names of the outlines that are open; nothing recurses, and what it keeps is
/// bounded.
/// </summary>
internal sealed class OpmlWalk(XmlReader reader, FeedWarnings warnings)
{
    private const int MostFeeds = 50_000;
    private const int MostTags = 32;
    private const int LongestText = 500;
    private const int LongestAddress = 4_000;

    private readonly List<Folder> _open = [];
    private readonly List<OpmlFeed> _feeds = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private string _title = "";

    public OpmlDocument Document => new() { Title = _title, Feeds = _feeds };

    public void Run()
    {
        while (reader.Read() && _feeds.Count < MostFeeds)
        {
            if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                LeaveFolders();
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (Is("title") && _open.Count == 0 && _title.Length == 0)
                ReadTitle();
            else if (Is("outline"))
                Enter(OpmlAttributes.Of(reader));
        }

        if (_feeds.Count == MostFeeds)
            warnings.Add(OpmlReader.AtLine(Line, "too many feeds; the rest was left out"));
    }

    private int Line => ((IXmlLineInfo)reader).LineNumber;

    private bool Is(string name) => reader.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private void LeaveFolders()
    {
        while (_open.Count > 0 && _open[^1].Depth >= reader.Depth)
            _open.RemoveAt(_open.Count - 1);
    }

    private void ReadTitle()
    {
        if (!reader.IsEmptyElement && reader.Read() && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            _title = Words(reader.Value);
    }

    private void Enter(OpmlAttributes attributes)
    {
        // What is commented out is, with everything below it (OPML 2.0, "isComment").
        var isComment = attributes["isComment"].Equals("true", StringComparison.OrdinalIgnoreCase)
            || (_open.Count > 0 && _open[^1].IsComment);
        var name = Words(attributes["text"].Length > 0 ? attributes["text"] : attributes["title"]);
        if (!isComment && AddressOf(attributes) is { Length: > 0 } address)
            Add(address, name, attributes);
        if (!reader.IsEmptyElement)
            _open.Add(new Folder(reader.Depth, name, isComment));
    }

    /// <summary>OPML says xmlUrl; early programs wrote url for it, which otherwise links to a page.</summary>
    private static string AddressOf(OpmlAttributes attributes)
    {
        var isFeed = attributes["type"].ToLowerInvariant() is "rss" or "atom" or "feed";
        return attributes["xmlUrl"] is { Length: > 0 } address ? address : isFeed ? attributes["url"] : "";
    }

    private void Add(string address, string name, OpmlAttributes attributes)
    {
        if (address.Length > LongestAddress)
        {
            warnings.Add(OpmlReader.AtLine(Line, "an address of more than 4000 characters was left out"));
            return;
        }

        var feed = new OpmlFeed
        {
            Url = address,
            Title = name.Length > 0 ? name : Words(attributes["title"]),
            HomeUrl = attributes["htmlUrl"] is { Length: > 0 } page ? page : null,
            Language = attributes["language"] is { Length: > 0 } language ? Words(language) : null,
            Tags = Tags(_open.Take(MostTags).Select(folder => folder.Name).Concat(Categories(attributes["category"]))),
            Line = Line,
        };
        if (_places.TryAdd(address, _feeds.Count))
            _feeds.Add(feed);
        else
            Join(_places[address], feed);
    }

    /// <summary>Programs that file a feed in two folders list it twice.</summary>
    private void Join(int place, OpmlFeed other)
    {
        var known = _feeds[place];
        _feeds[place] = known with
        {
            Title = known.Title.Length > 0 ? known.Title : other.Title,
            HomeUrl = known.HomeUrl ?? other.HomeUrl,
            Language = known.Language ?? other.Language,
            Tags = Tags(known.Tags.Concat(other.Tags)),
        };
    }

    // "/harbour/keel,sail": commas between categories, slashes between a category and those below it.
    private static IEnumerable<string> Categories(string text) =>
        text.Split(',').Select(category => Words(category).Trim('/').Trim());

    private static IReadOnlyList<string> Tags(IEnumerable<string> tags) =>
        [.. tags.Where(tag => tag.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTags)];

    private static string Words(string text)
    {
        var line = HtmlText.OneLine(text);
        if (line.Length <= LongestText)
            return line;

        return line[..(char.IsHighSurrogate(line[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";
    }

    private readonly record struct Folder(int Depth, string Name, bool IsComment);
}
