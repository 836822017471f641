namespace Digest.Mail.Mime.Reading;

/// <summary>The small oddities inside an address list.</summary>
internal static class AddressText
{
    private const int MaxEncodedWord = 1000;

    /// <summary>
    /// How long an encoded-word at the start is, or 0: broken senders leave commas and quotes as they are in one.
    /// </summary>
    public static int EncodedWordLength(ReadOnlySpan<char> text)
    {
        var rest = text[..Math.Min(MaxEncodedWord, text.Length)];
        if (!rest.StartsWith("=?", StringComparison.Ordinal))
            return 0;

        rest = rest[..(rest.IndexOfAny(' ', '\t', '<') is >= 0 and var space ? space : rest.Length)];
        var charset = rest[2..].IndexOf('?') + 3;
        if (charset == 2 || charset + 2 > rest.Length)
            return 0;

        var end = rest[(charset + 2)..].IndexOf("?=", StringComparison.Ordinal);
        return end < 0 ? 0 : charset + 2 + end + 2;
    }

    /// <summary><c>@relay,@relay:name@domain</c> (§4.4).</summary>
    public static string WithoutRoute(string address)
    {
        var trimmed = address.Trim();
        var colon = trimmed.StartsWith('@') ? trimmed.IndexOf(':', StringComparison.Ordinal) : -1;
        return trimmed[(colon + 1)..];
    }

    /// <summary>Obsolete syntax has space around dots and the at sign (§4.4).</summary>
    public static string WithoutSpace(string address) => address.Contains('"', StringComparison.Ordinal)
        ? address
        : string.Concat(address.Where(c => !char.IsWhiteSpace(c)));
}
