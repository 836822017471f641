using AngleSharp.Dom;
using Digest.Gather.Web;

namespace Digest.Gather.Listings;

/// <summary>
/// What a page of a server lists directly below its own address: files, and folders with a slash at the end. Links
/// that lead up, elsewhere or deeper are nobody's listing, and are left out.
/// </summary>
/// <param name="Folder">The address of the listing, with a slash at its end.</param>
/// <param name="Names">Decoded, each once, in the page's order.</param>
internal sealed record Listing(Uri Folder, IReadOnlyList<string> Names)
{
    private const int MostNames = 20_000;
    private const int LongestName = 200;

    public IEnumerable<string> Files => Names.Where(name => !name.EndsWith('/'));

    /// <summary>Without their slash.</summary>
    public IEnumerable<string> Folders => Names.Where(name => name.EndsWith('/')).Select(name => name[..^1]);

    /// <exception cref="SourceTroubleException">It is no page that could be read.</exception>
    public static Listing Read(WebAnswer.Found answer) => Of(HtmlPage.Read(answer));

    public static Listing Of(HtmlPage page)
    {
        var folder = new Uri(page.Location, ".");
        var names = page.Body.QuerySelectorAll("a[href]")
            .Select(link => NameBelow(folder, page.Location, link.GetAttribute("href") ?? ""))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Take(MostNames);
        return new Listing(folder, [.. names]);
    }

    /// <summary>The address of a name.</summary>
    public Uri Address(string name) => new(Folder, string.Join('/', name.Split('/').Select(Uri.EscapeDataString)));

    private static string? NameBelow(Uri folder, Uri page, string link)
    {
        if (!Uri.TryCreate(page, link.Trim(), out var target) || target.Query.Length > 0
            || target.GetLeftPart(UriPartial.Authority) != folder.GetLeftPart(UriPartial.Authority)
            || !target.AbsolutePath.StartsWith(folder.AbsolutePath, StringComparison.Ordinal))
        {
            return null;
        }

        var name = Uri.UnescapeDataString(target.AbsolutePath[folder.AbsolutePath.Length..]);
        var plain = name.EndsWith('/') ? name[..^1] : name;
        var isOne = plain.Length is > 0 and <= LongestName && plain is not ("." or "..")
            && !plain.Contains('/') && !plain.Contains('\\') && !plain.Any(char.IsControl);
        return isOne ? name : null;
    }
}
