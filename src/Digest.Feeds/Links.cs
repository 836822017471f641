using System.Buffers;

namespace Digest.Feeds;

/// <summary>Addresses as feeds write them, made absolute.</summary>
internal static class Links
{
    /// <summary>
    /// No honest base is longer, and a base is written again with every address that is resolved against it: without a
    /// bound a feed of a megabyte could grow to gigabytes.
    /// </summary>
    private const int LongestBase = 2_048;

    private const string HostLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";

    private static readonly SearchValues<char> HostCharacters = SearchValues.Create(HostLetters);
    private static readonly SearchValues<char> PlainCharacters = 
        SearchValues.Create(HostLetters + "_~/?#&=%+:,;@!$'()*");

    /// <summary>
    /// An absolute http or https address; null if the text is none. What is absolute already stays as written.
    /// </summary>
    public static string? Resolve(Uri? place, string? text)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return null;

        if (IsPlain(trimmed))
            return trimmed;
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) || !IsWeb(uri))
        {
            // On Unix "/path" is absolute, a file: with a base it is a path on that host.
            if (place is null || place.OriginalString.Length > LongestBase
                || !Uri.TryCreate(place, trimmed, out uri) || !IsWeb(uri))
                return null;

            return uri.AbsoluteUri;
        }

        return trimmed.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c)) ? uri.AbsoluteUri : trimmed;
    }

    /// <summary>The same, as what other addresses are resolved against.</summary>
    public static Uri? Place(Uri? place, string? text) =>
        Uri.TryCreate(Resolve(place, text), UriKind.Absolute, out var found) ? found : null;

    /// <summary>
    /// True for an address that needs no closer look: plain characters, a host and no port. Most are, and taking them
    /// apart costs more than all else that is done to an entry.
    /// </summary>
    private static bool IsPlain(string address)
    {
        var start = address.StartsWith("https://", StringComparison.Ordinal) ? 8
            : address.StartsWith("http://", StringComparison.Ordinal) ? 7 : 0;
        if (start == 0 || address.AsSpan().ContainsAnyExcept(PlainCharacters))
            return false;

        var rest = address.AsSpan(start);
        var slash = rest.IndexOfAny('/', '?', '#');
        var host = slash < 0 ? rest : rest[..slash];
        return host.Length > 0 && !host.ContainsAnyExcept(HostCharacters) && char.IsAsciiLetter(host[0])
            && !host.Contains("..", StringComparison.Ordinal) && host.Length < 200;
    }

    /// <summary>"http:/path" against a base is one without a host, which nothing can read again.</summary>
    private static bool IsWeb(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;
}
