namespace Digest.Feeds;

/// <summary>Writes Atom 1.0 (RFC 4287; UTF-8, no BOM) by the rules of standards.md F2; the same document gives the same bytes.</summary>
public static class AtomWriter
{
    public static byte[] Write(FeedDocument feed) => throw new NotImplementedException();
}
