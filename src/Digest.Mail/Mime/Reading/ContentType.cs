using System.Collections.Frozen;
using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// What a part is (RFC 2045 §5). A field that cannot be read counts as <c>text/plain</c>, as §5.2 says.
/// </summary>
public sealed class ContentType
{
    private const int MaxTypeLength = 128;

    private static readonly FrozenSet<string> MessageTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "message/rfc822", "message/global", "message/news", "text/rfc822", "text/rfc822-headers",
        "message/rfc822-headers", "message/global-headers");

    // A message names a few types again and again: their texts are made once.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UsualTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "text/plain", "text/html", "multipart/mixed", "multipart/alternative", "multipart/report", "multipart/related",
        "message/rfc822", "message/delivery-status", "text/rfc822-headers", "message/global", "image/png", "image/jpeg",
        "image/gif", "application/octet-stream", "application/pdf").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ReadOnlyMemory<byte> _parameters;
    private readonly int _limit;
    private ParameterList? _read;

    private ContentType(string mediaType, ReadOnlyMemory<byte> parameters, int limit, bool isBroken = false)
    {
        MediaType = mediaType;
        _parameters = parameters;
        _limit = limit;
        IsBroken = isBroken;
        IsMultipart = mediaType.StartsWith("multipart/", StringComparison.Ordinal);
        IsContainer = IsMultipart || MessageTypes.Contains(mediaType);
    }

    /// <summary>Type and subtype in lower case.</summary>
    public string MediaType { get; }

    /// <summary>Before the slash.</summary>
    public string Type => MediaType[..MediaType.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>After the slash.</summary>
    public string Subtype => MediaType[(MediaType.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>As the part names it, or null.</summary>
    public string? Charset => Parameters.GetValueOrDefault("charset");

    public string? Boundary => Parameters.GetValueOrDefault("boundary");

    /// <summary>
    /// The parameters by their names, in any case; continuations joined and charsets undone (RFC 2231), encoded-words
    /// too, which do not belong there and are met. Of two with one name the first counts, but the extended form before
    /// the plain one.
    /// </summary>
    public IReadOnlyDictionary<string, string> Parameters => Read().Values;

    /// <summary>True if it holds parts.</summary>
    public bool IsMultipart { get; }

    /// <summary>What a part without the field is, outside and inside of a digest (RFC 2046 §5.1.5).</summary>
    internal static ContentType Plain { get; } = new("text/plain", default, 0);

    internal static ContentType Message { get; } = new("message/rfc822", default, 0);

    internal bool IsBroken { get; }

    internal bool IsContainer { get; }

    internal byte[]? BoundaryOctets => Read().Boundary;

    public override string ToString() => MediaType;

    internal static ContentType Read(HeaderList headers, ContentType usual, MimeLimits limits)
    {
        if (!headers.TryFind("Content-Type", out _))
            return usual;

        var value = headers.Raw("Content-Type");
        Span<char> name = stackalloc char[MaxTypeLength];
        var length = ReadType(value.Span, name, out var end);
        var parameters = value[end..];
        if (length == 0)
            return new ContentType("text/plain", parameters, limits.Parameters, isBroken: true);

        var mediaType = UsualTypes.TryGetValue(name[..length], out var known) ? known : name[..length].ToString();
        return new ContentType(mediaType, parameters, limits.Parameters);
    }

    /// <summary>Reads type, slash and subtype into <paramref name="name"/>, spaces around the slash left out.</summary>
    private static int ReadType(ReadOnlySpan<byte> value, Span<char> name, out int end)
    {
        var length = 0;
        var slashes = 0;
        end = value.IndexOfAnyExcept(" \t\r\n\""u8);
        end = end < 0 ? value.Length : end;
        for (; end < value.Length && length < name.Length; end++)
        {
            var octet = value[end];
            if (octet == '/')
                slashes++;
            else if (octet is (byte)' ' or (byte)'\t' && IsBesideSlash(value, end))
                continue;
            else if (octet is <= 32 or >= 127 || ";\"(),=<>@"u8.Contains(octet))
                break;
            name[length++] = (char)(octet is >= (byte)'A' and <= (byte)'Z' ? octet | 0x20 : octet);
        }

        return slashes == 1 && name[0] != '/' && name[length - 1] != '/' ? length : 0;
    }

    private static bool IsBesideSlash(ReadOnlySpan<byte> value, int at) =>
        value[at - 1] == '/' || (at + 1 < value.Length && value[at + 1] == '/');

    private ParameterList Read() => _read ??= ParameterList.Read(_parameters.Span, _limit);
}
