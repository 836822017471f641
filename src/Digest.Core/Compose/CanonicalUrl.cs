using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Digest.Compose;

/// <summary>
/// What two addresses of the same page share. Query and fragment are part of it: a blog's <c>?p=481</c> and a review's
/// <c>#/c/30</c> are the whole identity, and so is the order of parameters. Only what is known to track readers is
/// taken off, and what a careless quotation leaves on an address: a closing bracket, a Markdown escape, an invisible
/// character. Hosts of phones (<c>m.</c>, <c>amp.</c>) stay: what they show is often another page.
/// </summary>
internal static partial class CanonicalUrl
{
    private static readonly FrozenSet<string> Tracking = FrozenSet.ToFrozenSet(
    [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid",
        "_hsenc", "_hsmi", "mkt_tok", "vero_id", "oly_enc_id", "oly_anon_id", "_ylt", "_ylu", "_ylc", "_yls",
        "bsh_bid", "rssid", "awesm", "xtor",
    ], StringComparer.OrdinalIgnoreCase);

    // What is taken off may uncover more of the kind, as a full stop behind an invisible character.
    private const int MostRounds = 4;

    /// <summary>
    /// Null for what is no web address. Scheme, default ports, the case of the host and its <c>www.</c> do not matter.
    /// </summary>
    public static string? Of(string? url)
    {
        var found = Once(url);
        for (var round = 1; round < MostRounds && found is not null; round++)
        {
            var again = Once($"https:{found}");
            if (again == found)
                break;

            found = again;
        }

        return found;
    }

    /// <summary>The address as given but for what only tracks its reader; what is no web address stays whole.</summary>
    public static string WithoutTracking(string url)
    {
        if (Of(url) is null)
            return url;

        var (address, fragment) = Cut(url, '#');
        var (path, query) = Cut(address, '?');
        var isTracked = query.TrimStart('?').Split('&').Any(IsTracking);
        return PathTracking().Replace(path, "") + (isTracked ? Query(query) : query) + fragment;
    }

    private static string? Once(string? url)
    {
        if (url is null || !Uri.TryCreate(AddressText.Clean(url), UriKind.Absolute, out var address)
            || address.Host.Length == 0
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || HostOf(address) is not { } host)
        {
            return null;
        }

        var port = address.Port is 80 or 443 ? "" : $":{address.Port}";
        var path = Slashes().Replace(PathTracking().Replace(address.AbsolutePath, ""), "/");
        return AddressText.Escapes($"//{host}{port}{path}{Query(address.Query)}{Fragment(address.Fragment)}");
    }

    private static string? HostOf(Uri address)
    {
        try
        {
            var host = address.IdnHost.ToLowerInvariant().TrimEnd('.');
            var bare = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
            return host.Length == 0 ? null : bare.Contains('.', StringComparison.Ordinal) ? bare : host;
        }
        catch (UriFormatException)
        {
            // A label that no name server could hold: the address leads nowhere.
            return null;
        }
    }

    private static (string Before, string From) Cut(string text, char mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[at..]) : (text, "");

    private static string Query(string query)
    {
        var kept = query.TrimStart('?').Split('&').Where(part => part.Length > 0 && !IsTracking(part)).ToList();
        return kept.Count == 0 ? "" : $"?{string.Join('&', kept)}";
    }

    /// <summary>Some sites track behind the hash, so that the page is not loaded anew when they do.</summary>
    private static string Fragment(string fragment)
    {
        if (fragment.Length <= 1 || MarkOfPage().IsMatch(fragment))
            return "";

        var (name, query) = Cut(fragment[1..], '?');
        var kept = query.Length == 0 && name.Contains('=', StringComparison.Ordinal)
            ? string.Join('&', name.Split('&').Where(part => !IsTracking(part)))
            : name + Query(query);
        return kept.Length == 0 ? "" : $"#{kept}";
    }

    private static bool IsTracking(string part)
    {
        var name = part.Split('=', 2)[0];
        return name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);
    }

    [GeneratedRegex(";(?:_yl[a-z]|jsessionid|phpsessid)=[^/;]*", RegexOptions.IgnoreCase)]
    private static partial Regex PathTracking();

    // Not behind a colon: an archive's path may hold a whole address.
    [GeneratedRegex("(?<!:)//+")]
    private static partial Regex Slashes();

    // Where WordPress cut its teaser, and where a browser is to highlight words: the page is the same.
    [GeneratedRegex("^#(?:more-[0-9]+$|:~:)")]
    private static partial Regex MarkOfPage();
}
