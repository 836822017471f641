namespace Digest.Publish;

/// <summary>One file of a newsletter's public site, whether written to disk or served.</summary>
/// <param name="Name">Relative to the newsletter's home: <c>001.html</c>, <c>feed.xml</c>, <c>index.html</c>.</param>
/// <param name="MediaType">With charset where the type has one.</param>
/// <param name="Bytes">The same for the same issues, always.</param>
/// <param name="LastModified">The approval of the newest issue it shows.</param>
public sealed record PublishedFile(
    string Name, string MediaType, ReadOnlyMemory<byte> Bytes, DateTimeOffset LastModified)
{
    /// <summary>Values of <c>Link</c> headers (RFC 8288) for whoever serves the file.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}
