using System.Globalization;
using System.Text.RegularExpressions;

namespace Digest.Run;

/// <summary>Makes ids for new sources: readable, and not yet taken.</summary>
internal sealed partial class SourceIds(IEnumerable<string> taken)
{
    private const int Longest = 40;

    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>
    /// From the title where its letters are those of an id, else from the host: a transliteration would be a guess,
    /// and what is left of a title without its letters means nothing.
    /// </summary>
    public string Make(string title, Uri address)
    {
        var isSimple = title.All(letter => letter < 128 || !char.IsLetterOrDigit(letter));
        var stem = isSimple && Shape(title) is { Length: > 1 } words ? words : Shape(HostOf(address));
        if (stem.Length == 0)
            stem = "feed";

        var id = stem;
        for (var number = 2; !_taken.Add(id); number++)
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");

        return id;
    }

    private static string HostOf(Uri address) =>
        address.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.IdnHost[4..] : address.IdnHost;

    private static string Shape(string text)
    {
        var words = Other().Replace(text.ToLowerInvariant(), "-").Trim('-');
        return words.Length <= Longest ? words : words[..Longest].TrimEnd('-');
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();
}
