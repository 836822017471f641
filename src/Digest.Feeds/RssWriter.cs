namespace Digest.Feeds;

/// <summary>Writes RSS 2.0 (UTF-8, no BOM) by the rules of standards.md F1; the same document gives the same bytes.</summary>
public static class RssWriter
{
    public static byte[] Write(FeedDocument feed) => throw new NotImplementedException();
}
