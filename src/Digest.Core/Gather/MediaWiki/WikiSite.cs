using System.Text.Json;
using Digest.Gather.Json;

namespace Digest.Gather.MediaWiki;

/// <summary>What a wiki says of itself.</summary>
/// <param name="Pages">The address of a page with <c>$1</c> for its name.</param>
internal sealed record WikiSite(string Pages)
{
    public string Host => new Uri(Pages.Replace("$1", "", StringComparison.Ordinal)).Authority;

    /// <param name="general">The part <c>general</c> of <c>siteinfo</c>.</param>
    /// <param name="api">The address that was asked, for what the wiki does not say.</param>
    public static WikiSite Of(JsonElement general, Uri api)
    {
        // Wikis that answer http and https alike name their server without a scheme.
        var isNamed = Uri.TryCreate(api, general.Text("server") ?? "/", out var named);
        var server = isNamed && named!.Scheme is "http" or "https" ? named : api;
        var path = general.Text("articlepath") is { } text && text.StartsWith('/') && text.Contains("$1")
            ? text
            : api.AbsolutePath.Replace("api.php", "index.php?title=$1", StringComparison.Ordinal);
        return new WikiSite($"{server.GetLeftPart(UriPartial.Authority)}{path}");
    }

    /// <summary>Where a page is read; a section of it, if one is named.</summary>
    public string AddressOf(string title, string? section)
    {
        var name = Escape(title);
        var anchor = section is null ? "" : $"#{Escape(section)}";
        return new Uri(Pages.Replace("$1", name, StringComparison.Ordinal) + anchor).AbsoluteUri;
    }

    // As the wiki itself writes names: underscores for spaces, and what separates parts of a name stays legible.
    private static string Escape(string text) => Uri.EscapeDataString(text.Trim().Replace(' ', '_'))
        .Replace("%2F", "/", StringComparison.Ordinal)
        .Replace("%3A", ":", StringComparison.Ordinal);
}
