using Digest.Publish;

namespace Digest.Web.Pages;

/// <summary>One file as served. Each coding is made once, when it is first asked for.</summary>
/// <param name="lastModified">Null where nobody knows.</param>
public sealed class SiteFile(PublishedFile file, DateTimeOffset? lastModified)
{
    private readonly Lazy<Representation> _plain = new(() => Representation.Of(file.Bytes, ContentCoding.Identity));
    private readonly Lazy<Representation> _gzip = new(() => Representation.Of(file.Bytes, ContentCoding.Gzip));
    private readonly Lazy<Representation> _brotli = new(() => Representation.Of(file.Bytes, ContentCoding.Brotli));

    public string MediaType => file.MediaType;

    /// <inheritdoc cref="PublishedFile.Links"/>
    public IReadOnlyList<string> Links => file.Links;

    /// <summary>To the second, as HTTP dates are.</summary>
    public DateTimeOffset? LastModified { get; } = lastModified is { } moment
        ? DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds())
        : null;

    public Representation As(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => _brotli.Value,
        ContentCoding.Gzip => _gzip.Value,
        _ => _plain.Value,
    };

    public bool HasBytes(ReadOnlySpan<byte> bytes) => file.Bytes.Span.SequenceEqual(bytes);
}
