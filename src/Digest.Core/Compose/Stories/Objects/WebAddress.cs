namespace Digest.Compose.Stories.Objects;

/// <summary>A canonical address taken apart, for those who look for a thing behind it.</summary>
/// <param name="Canonical">As <see cref="CanonicalUrl"/> writes it, in the form of <see cref="PageForm"/>.</param>
/// <param name="Host">In lower case, without <c>www.</c>, with the port if there is one.</param>
/// <param name="Path">The segments of the path, still escaped, empty ones left out.</param>
/// <param name="Query">Without the question mark.</param>
/// <param name="Fragment">Without the hash.</param>
internal sealed record WebAddress(
    string Canonical, string Host, string[] Path, string Query, string Fragment)
{
    /// <summary>Null for what is no web address.</summary>
    public static WebAddress? Of(string? url)
    {
        if (CanonicalUrl.Of(url) is not { } found)
            return null;

        var canonical = PageForm.Of(found);
        var (rest, fragment) = Cut(canonical[2..], '#');
        var (place, query) = Cut(rest, '?');
        var (host, path) = Cut(place, '/');
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new WebAddress(canonical, host, segments, query, fragment);
    }

    /// <summary>True for the front page of a site, which tells nothing apart.</summary>
    public bool IsFront => Path.Length == 0 && Query.Length == 0 && Fragment.Length == 0;

    /// <summary>True for the host itself and any below it.</summary>
    public bool IsAt(string host) =>
        Host == host || Host.EndsWith($".{host}", StringComparison.Ordinal);

    /// <summary>The value of a parameter, decoded; null if it is not there.</summary>
    public string? Parameter(string name)
    {
        foreach (var part in Query.Split('&'))
        {
            if (part.StartsWith($"{name}=", StringComparison.OrdinalIgnoreCase))
                return AddressText.Decode(part[(name.Length + 1)..].Replace('+', ' '));
        }

        return null;
    }

    /// <summary>A segment of the path, decoded; null where the path is shorter.</summary>
    public string? Segment(int at) => at >= 0 && at < Path.Length ? AddressText.Decode(Path[at]) : null;

    /// <summary>Where a segment stands in the path; -1 if it does not.</summary>
    public int IndexOf(string segment)
    {
        for (var at = 0; at < Path.Length; at++)
        {
            if (Path[at].Equals(segment, StringComparison.OrdinalIgnoreCase))
                return at;
        }

        return -1;
    }

    private static (string Before, string After) Cut(string text, char mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, "");
}
