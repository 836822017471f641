using System.Globalization;
using Digest.Feeds.Charsets;
using Digest.Feeds.Xml;

namespace Digest.Feeds.Opml;

/// <summary>
/// Reads OPML as programs really write it: attributes in any letter case, HTML entities, names missing, folders in
/// folders. Whatever the bytes are, the answer is a result: it never throws, and faults are read round.
/// </summary>
public static class OpmlReader
{
    /// <summary>Larger documents are refused unread.</summary>
    public const int MaxBytes = FeedReader.MaxBytes;

    /// <param name="bytes">The document as it came.</param>
    /// <param name="contentType">The HTTP Content-Type, for its charset; null for a file.</param>
    public static OpmlReadResult Read(ReadOnlyMemory<byte> bytes, string? contentType)
    {
        if (bytes.Length > MaxBytes)
            return new OpmlReadResult.NotOpml(TooLarge(bytes.Length));

        var warnings = new FeedWarnings();
        var text = FeedDecoder.Decode(bytes.Span, contentType, warnings);
        if (string.IsNullOrWhiteSpace(text))
            return new OpmlReadResult.NotOpml("line 1: the document is empty");

        if (XmlCharacters.HoldsIllegal(text))
        {
            text = XmlText.Clean(text);
            warnings.Add("characters that XML forbids were dropped");
        }

        return Read(text, warnings);
    }

    private static OpmlReadResult Read(string text, FeedWarnings warnings)
    {
        var tokens = new XmlTokens(text);
        while (tokens.Next())
        {
            if (tokens.Kind != XmlToken.Open)
                continue;
            if (!OpmlWalk.LocalName(tokens.Span).Equals("opml", StringComparison.OrdinalIgnoreCase))
                return new OpmlReadResult.NotOpml(WhatItIs(text, tokens));

            var walk = new OpmlWalk(text, tokens, warnings);
            walk.Run();
            return new OpmlReadResult.Read(walk.Document, warnings.ToList());
        }

        return new OpmlReadResult.NotOpml("line 1: no XML, so no OPML");
    }

    internal static string AtLine(int line, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"line {Math.Max(line, 1)}: {what}");

    private static string WhatItIs(string text, XmlTokens tokens)
    {
        var name = tokens.Span.Length <= 40 ? tokens.Span.ToString() : $"{tokens.Span[..40]}…";
        var line = 1 + text.AsSpan(0, tokens.Start).Count('\n');
        return AtLine(line, $"<{name}> and not <opml>: a list of feeds was expected");
    }

    private static string TooLarge(int length) =>
        string.Create(CultureInfo.InvariantCulture, $"the document has {length} bytes; the limit is {MaxBytes}");
}
