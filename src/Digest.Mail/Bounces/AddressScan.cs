using System.Buffers;
using System.Globalization;
using System.Text;

namespace Digest.Mail.Bounces;

/// <summary>
/// Finds addresses in what reports say. Looser than what may be mailed: a report also names addresses that nobody
/// should have written.
/// </summary>
internal static class AddressScan
{
    private const int MaxLength = 254;

    /// <summary>How gateways to X.400 write a mail address: <c>dda:SMTP=a@b.example;</c>.</summary>
    private const string X400Type = "SMTP=";

    private static readonly SearchValues<char> LocalCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");

    private static readonly SearchValues<char> DomainCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");

    /// <summary>
    /// The value of a recipient field: <c>rfc822; a@b.example</c>, <c>&lt;a@b.example&gt;</c>, <c>utf-8; …</c> with
    /// <c>\x{…}</c> (RFC 6533 §3). Null if it holds no mail address, as where a host names a file or a program.
    /// </summary>
    public static string? OfField(string? value)
    {
        if (value is null)
            return null;

        var bare = value[(value.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();
        if (bare.IndexOf('<', StringComparison.Ordinal) is >= 0 and var open
            && bare.IndexOf('>', open) is > 0 and var close)
            bare = bare[(open + 1)..close];

        bare = Unescape(bare.Split(' ', '\t')[0]).Trim('\'', '"');
        var at = bare.LastIndexOf('@');
        return at > 0 && at < bare.Length - 1 && bare.Length <= MaxLength && bare[0] != '/' ? bare : null;
    }

    /// <summary>Every address of a line, from left to right.</summary>
    public static IEnumerable<FoundAddress> Find(string line)
    {
        var from = 0;
        while (from < line.Length && line.IndexOf('@', from) is >= 0 and var at)
        {
            from = at + 1;
            if (Around(line, at) is not { } found)
                continue;

            from = found.End;
            yield return found;
        }
    }

    private static FoundAddress? Around(string line, int at)
    {
        if (InAngles(line, at) is { } bracketed)
            return bracketed;

        var start = at;
        while (start > 0 && at - start < MaxLength && LocalCharacters.Contains(line[start - 1]))
            start--;
        while (start < at && line[start] is '\'' or '`' or '.' or '=' or '*' or '-' or '/')
            start++;
        if (line.AsSpan(start, at - start).StartsWith(X400Type, StringComparison.OrdinalIgnoreCase))
            start += X400Type.Length;
        var end = EndOfDomain(line, at + 1);
        return start < at && end > at + 1 ? Grow(line, start, end) : null;
    }

    /// <summary>Within angle brackets letters beyond ASCII and quotes belong to the address (RFC 6531).</summary>
    private static FoundAddress? InAngles(string line, int at)
    {
        // Looked for no farther than an address reaches, or a line of nothing but at signs would take its square.
        var open = line.LastIndexOf('<', at, Math.Min(at + 1, MaxLength));
        var close = line.IndexOf('>', at, Math.Min(line.Length - at, MaxLength));
        if (open < 0 || close < 0 || line.AsSpan(open, close - open).ContainsAny(' ', '\t'))
            return null;

        var inner = line[(open + 1)..close];
        if (inner.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon)
            inner = inner[(colon + 1)..];
        return OfField(inner) is { } address ? new FoundAddress(address, open, close + 1) : null;
    }

    private static int EndOfDomain(string line, int start)
    {
        if (start < line.Length && line[start] == '['
            && line.IndexOf(']', start, Math.Min(line.Length - start, MaxLength)) is > 0 and var close)
            return close + 1;

        var end = start;
        while (end < line.Length && end - start < MaxLength && DomainCharacters.Contains(line[end])
            && !line.AsSpan(end).StartsWith(".."))
            end++;
        while (end > start && line[end - 1] is '.' or '-' or '_')
            end--;
        return end;
    }

    private static FoundAddress Grow(string line, int start, int end)
    {
        var address = line[start..end];
        if (line.AsSpan(0, start).EndsWith("SMTP:", StringComparison.OrdinalIgnoreCase))
            start -= "SMTP:".Length;
        else if (line.AsSpan(0, start).EndsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            start -= "mailto:".Length;
        while (start > 0 && end < line.Length && IsPair(line[start - 1], line[end]))
            (start, end) = (start - 1, end + 1);
        return new FoundAddress(address, start, end);
    }

    private static bool IsPair(char open, char close) => (open, close) is
        ('[', ']') or ('(', ')') or ('<', '>') or ('"', '"') or ('\'', '\'') or ('`', '\'') or ('（', '）')
        or ('「', '」') or ('“', '”') or ('‘', '’');

    private static string Unescape(string text)
    {
        if (!text.Contains(@"\x{", StringComparison.Ordinal))
            return text;

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var close = text.AsSpan(i).StartsWith(@"\x{", StringComparison.Ordinal) ? text.IndexOf('}', i) : -1;
            if (close > 0 && TryRune(text.AsSpan(i + 3, close - i - 3), out var rune))
                (_, i) = (plain.Append(rune.ToString()), close);
            else
                plain.Append(text[i]);
        }

        return plain.ToString();
    }

    private static bool TryRune(ReadOnlySpan<char> digits, out Rune rune)
    {
        rune = default;
        return digits.Length is > 0 and <= 6
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && Rune.TryCreate(value, out rune) && !Rune.IsControl(rune);
    }
}
