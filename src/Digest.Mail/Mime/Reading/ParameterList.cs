using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// The parameters of a field (RFC 2045 §5.1, RFC 2231). A segment of a continued parameter counts only in its place:
/// one after a gap is left out.
/// </summary>
internal sealed class ParameterList
{
    private static readonly ParameterList Empty = new();

    public Dictionary<string, string> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The parameter <c>boundary</c> octet for octet; null if it is missing or empty.</summary>
    public byte[]? Boundary { get; private set; }

    public static ParameterList Read(ReadOnlySpan<byte> field, int limit)
    {
        if (!field.Contains((byte)'='))
            return Empty;

        var list = new ParameterList();
        var segments = new List<ParameterSegment>();
        var reader = new ParameterReader(HeaderText.Join(field));
        while (segments.Count < limit && reader.TryRead(out var segment))
            segments.Add(segment);
        foreach (var group in segments.GroupBy(segment => segment.Name, StringComparer.OrdinalIgnoreCase))
            list.Add(group.Key, [.. group]);
        return list;
    }

    private void Add(string name, List<ParameterSegment> segments)
    {
        var whole = segments.Find(segment => segment is { IsWhole: true, IsExtended: true });
        var (octets, charset) = whole is not null ? Join([whole])
            : segments.Exists(segment => !segment.IsWhole) ? Join(InOrder(segments))
            : (segments[0].Value, null);
        Values[name] = Decode(octets, charset);
        if (name.Equals("boundary", StringComparison.OrdinalIgnoreCase) && octets.AsSpan().TrimEnd(" \t"u8) is
            { IsEmpty: false } boundary)
            Boundary = boundary.ToArray();
    }

    private static List<ParameterSegment> InOrder(List<ParameterSegment> segments)
    {
        var ordered = new List<ParameterSegment>();
        var byNumber = segments.Where(segment => !segment.IsWhole).GroupBy(segment => segment.Number)
            .ToDictionary(group => group.Key, group => group.First());

        // Some senders count from 1.
        for (var number = byNumber.ContainsKey(0) ? 0 : 1; byNumber.TryGetValue(number, out var next); number++)
            ordered.Add(next);
        return ordered.Count > 0 ? ordered : [segments[0]];
    }

    private static (byte[] Octets, string? Charset) Join(List<ParameterSegment> segments)
    {
        var octets = new List<byte>();
        string? charset = null;
        foreach (var segment in segments)
        {
            ReadOnlySpan<byte> value = segment.Value;
            if (segment.IsExtended && ReferenceEquals(segment, segments[0]))
                value = CutCharset(value, out charset);
            octets.AddRange(segment.IsExtended ? PercentDecode(value) : value);
        }

        return ([.. octets], charset);
    }

    /// <summary><c>charset'language'text</c>; a text without both quotes names no charset.</summary>
    private static ReadOnlySpan<byte> CutCharset(ReadOnlySpan<byte> value, out string? charset)
    {
        charset = null;
        var first = value.IndexOf((byte)'\'');
        var second = first < 0 ? -1 : value[(first + 1)..].IndexOf((byte)'\'');
        if (second < 0)
            return value;

        charset = first == 0 ? null : Encoding.ASCII.GetString(value[..first]);
        return value[(first + second + 2)..];
    }

    private static byte[] PercentDecode(ReadOnlySpan<byte> text)
    {
        var output = new byte[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var isCode = text[at] == '%' && at + 2 < text.Length
                && char.IsAsciiHexDigit((char)text[at + 1]) && char.IsAsciiHexDigit((char)text[at + 2]);
            output[length++] = isCode ? Convert.FromHexString(text.Slice(at + 1, 2))[0] : text[at];
            at += isCode ? 2 : 0;
        }

        return output[..length];
    }

    private static string Decode(byte[] octets, string? charset)
    {
        if (charset is not null && Charsets.Find(charset) is { } known and not ASCIIEncoding)
            return known.GetString(octets).Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' ');
        return HeaderText.Decode(octets, null);
    }
}
