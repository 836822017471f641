using Digest.Feeds.Xml;

namespace Digest.Feeds.Opml;

/// <summary>
/// One way through a list. It holds the names of the outlines that are open; nothing recurses, and what it keeps is
/// bounded.
/// </summary>
internal sealed class OpmlWalk(string text, XmlTokens tokens, FeedWarnings warnings)
{
    private const int MostFeeds = 50_000;
    private const int MostTags = 32;
    private const int LongestText = 500;
    private const int LongestAddress = 4_000;

    private readonly List<Folder> _open = [];
    private readonly List<OpmlFeed> _feeds = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private string _title = "";
    private int _line = 1;
    private int _counted;

    public OpmlDocument Document => new() { Title = _title, Feeds = _feeds };

    public void Run()
    {
        while (_feeds.Count < MostFeeds && tokens.Next())
        {
            if (tokens.Kind == XmlToken.Close && Is("outline") && _open.Count > 0)
                _open.RemoveAt(_open.Count - 1);
            else if (tokens.Kind == XmlToken.Open && Is("outline"))
                Enter(OpmlAttributes.Of(text, tokens));
            else if (tokens.Kind == XmlToken.Open && Is("title") && _open.Count == 0 && _title.Length == 0)
                ReadTitle();
        }

        if (_feeds.Count == MostFeeds)
            warnings.Add(OpmlReader.AtLine(Line, "too many feeds; the rest was left out"));
        else if (_open.Count > 0)
            warnings.Add(OpmlReader.AtLine(_open[^1].Line, "the outline is never closed"));
    }

    /// <summary>Counted as the walk goes on, so that a long list costs one pass.</summary>
    private int Line
    {
        get
        {
            _line += text.AsSpan(_counted, tokens.Start - _counted).Count('\n');
            _counted = tokens.Start;
            return _line;
        }
    }

    private bool Is(string name) => LocalName(tokens.Span).Equals(name, StringComparison.OrdinalIgnoreCase);

    internal static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];

    private void ReadTitle()
    {
        var from = tokens.At;
        if (!tokens.IsEmpty && tokens.Next() && tokens.Kind is XmlToken.Text or XmlToken.Data)
            _title = Words(tokens.Kind == XmlToken.Text ? XmlReferences.Decode(tokens.Span) : tokens.Span.ToString());
        else
            tokens.At = from;
    }

    private void Enter(OpmlAttributes attributes)
    {
        // What is commented out is, with everything below it (OPML 2.0, "isComment").
        var isComment = attributes["isComment"].Equals("true", StringComparison.OrdinalIgnoreCase)
            || (_open.Count > 0 && _open[^1].IsComment);
        var name = Words(attributes["text"].Length > 0 ? attributes["text"] : attributes["title"]);
        if (!isComment && AddressOf(attributes) is { Length: > 0 } address)
            Add(address, name, attributes);
        if (!tokens.IsEmpty)
            _open.Add(new Folder(name, isComment, Line));
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

    private readonly record struct Folder(string Name, bool IsComment, int Line);
}
