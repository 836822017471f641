using System.Globalization;

namespace Digest.Gather.Web;

/// <summary>The way through redirects, and what must not happen on it. Does no I/O.</summary>
internal sealed class WebRoute(Uri start)
{
    private const int MaxRedirects = 5;

    private readonly HashSet<string> _seen = [start.AbsoluteUri];

    /// <summary>The address to ask now.</summary>
    public Uri Address { get; private set; } = start;

    /// <summary>True if there were redirects and each was for good.</summary>
    public bool Moved { get; private set; }

    /// <summary>Goes to the next address.</summary>
    /// <returns>Why it must not be asked; null if it may.</returns>
    public string? Follow(Uri location, bool isForGood)
    {
        Moved = isForGood && (Moved || _seen.Count == 1);
        var from = Address;
        Address = location;

        // What was asked for in secret must not come over a wire that anybody can write on.
        if (from.Scheme == Uri.UriSchemeHttps && location.Scheme == Uri.UriSchemeHttp)
        {
            return $"it redirects from https to {location}, which anybody on the way can change; if you accept that, "
                + "write that address as the url in newsletter.yml";
        }

        if (!_seen.Add(location.AbsoluteUri))
            return $"its redirects go in a circle, back to {location}; check the url in newsletter.yml";

        return _seen.Count <= MaxRedirects + 1
            ? null
            : string.Create(
                CultureInfo.InvariantCulture, $"more than {MaxRedirects} redirects; check the url in newsletter.yml");
    }
}
