using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Digest.Feeds;

/// <summary>
/// Names of people out of what feeds put in author elements; addresses are left out for their privacy.
/// </summary>
internal static partial class PersonNames
{
    /// <summary>The names in all elements of a kind; those that tell none are left out.</summary>
    public static IReadOnlyList<string> In(IEnumerable<XElement> elements, XName kind) =>
        [.. elements.Where(element => element.Name == kind).Select(Of).Where(name => name.Length > 0)];

    public static string Of(XElement element)
    {
        var name = element.Elements().FirstOrDefault(child => child.Name.LocalName == "name");
        return Of((name ?? element).Value);
    }

    /// <summary>
    /// <c>ann@example.org (Ann)</c> and <c>Ann &lt;ann@example.org&gt;</c> are Ann; a bare address is nobody.
    /// </summary>
    public static string Of(string text)
    {
        var line = HtmlText.OneLine(text);
        if (AddressThenName().Match(line) is { Success: true } match)
            return match.Groups[1].Value.Trim();

        return Address().Replace(line, "").Trim(' ', '"', ',', '(', ')');
    }

    [GeneratedRegex("""^[^\s@()]+@[^\s@()]+ \(([^()]+)\)$""", RegexOptions.CultureInvariant)]
    private static partial Regex AddressThenName();

    [GeneratedRegex("""(?:<|mailto:)?\b[^\s@<>()]{1,64}@[^\s@<>()]{1,255}>?""", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
