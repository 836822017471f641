using Digest.Feeds.Mapping;
using Digest.Feeds.Xml;

namespace Digest.Feeds;

/// <summary>Finds the root of a feed in XML, whatever stands before it, and has the rest read and mapped.</summary>
internal static class XmlFeedReader
{
    /// <summary>How many other elements may stand before the root, as the notices of a faulty script do.</summary>
    private const int MostBeforeRoot = 200;

    public static FeedReadResult Read(string text, Uri? location, FeedWarnings warnings)
    {
        if (XmlCharacters.HoldsIllegal(text))
        {
            text = XmlText.Clean(text);
            warnings.Add("characters that XML forbids were dropped");
        }

        var faults = new FeedDiagnostics(text, warnings);
        var tokens = new XmlTokens(text);
        if (!FindRoot(tokens, out var root, out var first))
            return new FeedReadResult.NotAFeed(WhatItIs(text, first, faults));
        if (first.Place != tokens.Start)
            faults.Add(tokens.Start, "text before the document was skipped");

        var outline = new FeedOutline { Root = root, Scope = new XmlScope(location, false, null) };
        FeedTreeReader.Read(text, outline, tokens.Start, faults);
        var feed = outline.IsAtom ? AtomMapper.Map(outline, warnings) : RssMapper.Map(outline, warnings);
        return new FeedReadResult.Read(feed, warnings.ToList());
    }

    /// <summary>Also tells the first thing that is no white space, and the name of the first tag.</summary>
    private static bool FindRoot(XmlTokens tokens, out string root, out (int Place, string? Name) first)
    {
        first = (-1, null);
        root = "";
        for (var elements = 0; elements < MostBeforeRoot && tokens.Next();)
        {
            var name = tokens.Kind == XmlToken.Open ? tokens.Span.ToString() : null;
            if (first.Place < 0 && (tokens.Kind != XmlToken.Text || !IsBlank(tokens.Span)))
                first = (tokens.Start, name);
            else if (first.Name is null && name is not null)
                first = (first.Place, name);

            if (name is null)
                continue;
            if (IsRoot(name, out root))
                return true;

            // A page or another document may hold anything, a feed's tags too.
            elements++;
            if (name.Equals("html", StringComparison.OrdinalIgnoreCase) || !FeedVocabulary.IsHtml(name))
                return false;
        }

        return false;
    }

    private static bool IsRoot(string name, out string root)
    {
        var local = name.AsSpan(name.IndexOf(':', StringComparison.Ordinal) + 1);
        var isRoot = FeedVocabulary.TryFind(local, out var found) && found.Kind is FieldKind.Root or FieldKind.Entry;
        root = isRoot ? found.Name : "";
        return isRoot;
    }

    private static bool IsBlank(ReadOnlySpan<char> text) => text.Trim().Trim('\uFEFF').IsEmpty;

    private static string WhatItIs(string text, (int Place, string? Name) first, FeedDiagnostics faults)
    {
        if (first.Name is null)
            return faults.AtLine(0, "neither XML nor JSON");

        var place = Math.Max(0, text.IndexOf($"<{first.Name}", StringComparison.Ordinal));
        var isPage = FeedVocabulary.IsHtml(first.Name);
        var name = first.Name.Length <= 40 ? first.Name : $"{first.Name[..40]}…";
        return faults.AtLine(place, isPage ? "an HTML page, not a feed" : $"an XML document <{name}>, not a feed");
    }
}
