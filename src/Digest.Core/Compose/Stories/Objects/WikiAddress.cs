using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>
/// Pages and sections of a MediaWiki: <c>/wiki/Title#Section</c> or <c>index.php?title=Title</c>, whichever revision or
/// view of them.
/// </summary>
internal static class WikiAddress
{
    public static string? Key(WebAddress address)
    {
        var title = Title(address)?.Trim('/', ' ', '_');
        return string.IsNullOrEmpty(title)
            ? null
            : ObjectKey.WikiPage(address.Host, title, Section(address.Fragment));
    }

    private static string? Title(WebAddress address)
    {
        if (address.Path is [.., "index.php"])
            return address.Parameter("title");

        // A forge's wiki lies deeper in its path.
        return address.Path is ["wiki", _, ..] ? AddressText.Decode(string.Join('/', address.Path.Skip(1))) : null;
    }

    // Old MediaWikis write an anchor's octets as .E6.B5.AE.
    private static string Section(string fragment)
    {
        var isDotted = fragment.Contains('.', StringComparison.Ordinal)
            && !fragment.Contains('%', StringComparison.Ordinal);
        var decoded = AddressText.Decode(isDotted ? DottedToPercent(fragment) : fragment);
        return decoded.Contains('\uFFFD', StringComparison.Ordinal) ? fragment : decoded;
    }

    private static string DottedToPercent(string fragment)
    {
        var text = fragment.ToCharArray();
        for (var at = 0; at + 2 < text.Length; at++)
        {
            if (text[at] == '.' && char.IsAsciiHexDigitUpper(text[at + 1]) && char.IsAsciiHexDigitUpper(text[at + 2])
                && text[at + 1] >= '8')
            {
                text[at] = '%';
            }
        }

        return new string(text);
    }
}
