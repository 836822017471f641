using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Digest.Compose;

/// <summary>
/// What two addresses of the same page share. Query and fragment are part of it: a blog's <c>?p=481</c> and a review's
/// <c>#/c/30</c> are the whole identity. Only parameters that are known to track readers are taken off.
/// </summary>
internal static partial class CanonicalUrl
{
    private static readonly FrozenSet<string> Tracking = FrozenSet.ToFrozenSet(
    [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid",
        "_hsenc", "_hsmi", "mkt_tok", "vero_id", "oly_enc_id", "oly_anon_id", "_ylt", "_ylu", "_ylc", "_yls",
        "bsh_bid", "rssid", "awesm",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for what is no web address. Scheme, default port and the case of the host do not matter.</summary>
    public static string? Of(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return null;
        }

        var host = address.IdnHost.ToLowerInvariant().TrimEnd('.');
        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        var path = PathTracking().Replace(address.AbsolutePath, "");
        return $"//{host}{port}{path}{Query(address.Query)}{Fragment(address.Fragment)}";
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

    private static (string Before, string From) Cut(string text, char mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[at..]) : (text, "");

    private static string Query(string query)
    {
        var kept = query.TrimStart('?').Split('&').Where(part => part.Length > 0 && !IsTracking(part)).ToList();
        return kept.Count == 0 ? "" : $"?{string.Join('&', kept)}";
    }

    private static string Fragment(string fragment) =>
        fragment.Length <= 1 || fragment.StartsWith("#utm_", StringComparison.OrdinalIgnoreCase) ? "" : fragment;

    private static bool IsTracking(string part)
    {
        var name = part.Split('=', 2)[0];
        return name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);
    }

    [GeneratedRegex(";_yl[a-z]=[^/;]*", RegexOptions.IgnoreCase)]
    private static partial Regex PathTracking();
}
