namespace Digest.Feeds;

/// <summary>Writes JSON Feed 1.1 (UTF-8, no BOM) by the rules of standards.md F3; the same document gives the same bytes.</summary>
public static class JsonFeedWriter
{
    public static byte[] Write(FeedDocument feed) => throw new NotImplementedException();
}
