using Digest.Gather.Web;
using Digest.Markup;
using AngleSharp.Dom;

namespace Digest.Gather.MediaWiki;

/// <summary>
/// Finds a wiki's <c>api.php</c>: named outright, or by the link that every page of a MediaWiki carries for programs
/// (<c>rel="EditURI"</c>).
/// </summary>
internal static class WikiDoor
{
    public static async Task<Uri> FindAsync(Uri url, WebSession web, CancellationToken cancellationToken)
    {
        if (url.AbsolutePath.EndsWith("api.php", StringComparison.Ordinal))
            return url;

        var page = await web.GetAsync(new WebRequest(url) { Accept = "text/html" }, cancellationToken);
        var api = ApiOf(page)
            ?? throw WebSession.Trouble(url, "the page names no API of a MediaWiki; write the address of its api.php");
        return web.Token is null || IsSameServer(url, api)
            ? api
            : throw WebSession.Trouble(
                url,
                $"the page names an API on another server ({api.GetLeftPart(UriPartial.Authority)}), which is "
                + "not sent the token; write the address of its api.php");
    }

    /// <summary>A page may redirect anywhere and name any port; http may only become https.</summary>
    private static bool IsSameServer(Uri url, Uri api) => url.IdnHost == api.IdnHost
        && (url.GetLeftPart(UriPartial.Authority) == api.GetLeftPart(UriPartial.Authority)
            || (url is { Scheme: "http", IsDefaultPort: true } && api is { Scheme: "https", IsDefaultPort: true }));

    private static Uri? ApiOf(WebAnswer.Found page)
    {
        var document = WebDocument.Parse(page.Bytes, page.ContentType);
        var written = document?.QuerySelectorAll("link[rel~=EditURI i]")
            .Select(link => link.GetAttribute("href"))
            .FirstOrDefault();
        return Uri.TryCreate(page.Location, written, out var api)
            && api.Scheme is "http" or "https"
            && api.IdnHost == page.Location.IdnHost
            && api.AbsolutePath.EndsWith("api.php", StringComparison.Ordinal)
            ? new Uri(api.GetLeftPart(UriPartial.Path))
            : null;
    }
}
