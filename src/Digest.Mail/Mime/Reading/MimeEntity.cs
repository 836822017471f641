using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// A message or one part of it. It refers to the octets it was read from; texts are made when they are asked for, and
/// each time anew. Any number of threads may read it.
/// </summary>
public sealed class MimeEntity
{
    private readonly bool _isEncodable;
    private IReadOnlyList<string> _defects;

    internal MimeEntity(HeaderList headers, ContentType contentType, IReadOnlyList<string> defects)
    {
        _defects = defects;
        Headers = headers;
        ContentType = contentType;
        _isEncodable = !contentType.IsMultipart;
        if (headers.Count > 0)
            headers.Fallback = DeclaredCharset;
        if (contentType.IsBroken)
            Add(Defect.BadContentType);
    }

    public HeaderList Headers { get; }

    public ContentType ContentType { get; }

    /// <summary>In lower case, <c>attachment</c> or <c>inline</c> as a rule (RFC 2183), or null.</summary>
    public string? Disposition => BodyText.DispositionOf(Headers);

    /// <summary>
    /// The name of the disposition, or else of the content type, as the sender wrote it: it may hold slashes, dots and
    /// control characters, and is no path.
    /// </summary>
    public string? FileName => BodyText.FileNameOf(this);

    /// <summary>What a multipart holds, in order.</summary>
    public IReadOnlyList<MimeEntity> Parts { get; internal set; } = [];

    /// <summary>
    /// The message that a <c>message/rfc822</c>, <c>message/global</c> or <c>text/rfc822-headers</c> part holds.
    /// </summary>
    public MimeEntity? Message { get; internal set; }

    /// <summary>The body as it stands, without the line end before the next boundary.</summary>
    public ReadOnlyMemory<byte> RawBody { get; internal set; }

    /// <summary>What was wrong, and how it was read. Faults of an encoding are known once it was decoded.</summary>
    public IReadOnlyList<string> Defects => _defects;

    internal TransferEncoding Encoding => _isEncodable && Headers.TryFind("Content-Transfer-Encoding", out _)
        ? TransferDecoder.Read(Headers.Raw("Content-Transfer-Encoding").Span)
        : TransferEncoding.AsItIs;

    /// <summary>
    /// The body with its transfer encoding undone. A body that needs no decoding is given as it stands, not copied.
    /// </summary>
    public ReadOnlyMemory<byte> DecodeBody()
    {
        var body = TransferDecoder.Decode(Encoding, RawBody, out var defect);
        if (defect is not null)
            Add(defect);
        return body;
    }

    /// <summary>
    /// The body as text, line ends as they stand: by the charset it names, else by a byte order mark, else as UTF-8 if
    /// it is that, else by the charset that HTML names for itself, else as windows-1252. What cannot be read is U+FFFD.
    /// </summary>
    public string DecodeText() => BodyText.Decode(DecodeBody().Span, ContentType);

    /// <summary>Itself and everything below, depth first, attached messages included.</summary>
    public IEnumerable<MimeEntity> Descendants()
    {
        var all = new List<MimeEntity>();
        Collect(all);
        return all;
    }

    internal void Add(string defect)
    {
        if (!_defects.Contains(defect))
            _defects = [.. _defects, defect];
    }

    private void Collect(List<MimeEntity> all)
    {
        all.Add(this);
        Message?.Collect(all);
        foreach (var part in Parts)
            part.Collect(all);
    }

    private Encoding? DeclaredCharset() => ContentType.Charset is { } name
        ? Charsets.Find(name)
        : Parts.Count > 0 ? Parts[0].DeclaredCharset() : null;
}
