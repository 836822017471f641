using System.Globalization;
using Digest.Feeds.Charsets;

namespace Digest.Feeds;

/// <summary>
/// Reads RSS 0.9x, 1.0 (RDF) and 2.0, Atom 0.3 and 1.0 and JSON Feed. Whatever the bytes are, the answer is a result:
/// nothing that comes over the network makes it throw, loop or overflow.
/// </summary>
public static class FeedReader
{
    /// <summary>Larger documents are refused unread.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <param name="bytes">The document as it came, decompressed.</param>
    /// <param name="contentType">The HTTP Content-Type, for its charset; null for a file.</param>
    /// <param name="location">Where it came from: what relative links are resolved against.</param>
    public static FeedReadResult Read(ReadOnlyMemory<byte> bytes, string? contentType, Uri? location)
    {
        if (bytes.Length > MaxBytes)
            return new FeedReadResult.NotAFeed(TooLarge(bytes.Length));

        var warnings = new FeedWarnings();
        var text = FeedDecoder.Decode(bytes.Span, contentType, warnings);
        var first = text.AsSpan().TrimStart();
        if (first.IsEmpty)
            return new FeedReadResult.NotAFeed("line 1: the document is empty");

        return first[0] == '{'
            ? JsonFeedReader.Read(text, location, warnings)
            : XmlFeedReader.Read(text, location, warnings);
    }

    private static string TooLarge(int length) =>
        string.Create(CultureInfo.InvariantCulture, $"the document has {length} bytes; the limit is {MaxBytes}");
}
