using System.Text.RegularExpressions;

namespace Digest.Feeds;

/// <summary>
/// Addresses as they may stand in a written feed: readers have no page to resolve a relative one against.
/// </summary>
internal static partial class WrittenAddress
{
    /// <summary>The address if it is absolute http or https, as written where that is an IRI; else null.</summary>
    public static string? Of(string? address)
    {
        var trimmed = address?.Trim();
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) || uri.Host.Length == 0
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            return null;
        }

        return NotInIri().IsMatch(trimmed) ? uri.AbsoluteUri : trimmed;
    }

    // RFC 3987 §2.2: everything else beyond ASCII may stand as it is.
    [GeneratedRegex("[\\s\\p{C}\"<>\\\\^`{|}]", RegexOptions.CultureInvariant)]
    private static partial Regex NotInIri();
}
