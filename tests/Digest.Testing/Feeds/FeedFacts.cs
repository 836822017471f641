using System.Globalization;
using System.Text.RegularExpressions;

namespace Digest.Testing.Feeds;

/// <summary>What texts in feeds have to look like, by the RFCs and not by our writers.</summary>
internal static partial class FeedFacts
{
    public static bool IsWebAddress(string? text) =>
        text is not null && WebAddress().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out _);

    /// <summary>RFC 4151 or RFC 9562: identities that nobody derives from an address or a title.</summary>
    public static bool IsIdentity(string text) => TagUri().IsMatch(text) || UuidUrn().IsMatch(text);

    public static bool IsLanguage(string text) => LanguageTag().IsMatch(text);

    public static bool IsLine(string text) => text.Length > 0 && text.Trim() == text && !text.Any(char.IsControl);

    /// <summary>RFC 822 §5 with four digits of the year, the day of the week its own, and the zone a number.</summary>
    public static bool IsRfc822(string text) => Rfc822Shape().IsMatch(text) && DateTimeOffset.TryParseExact(
        text, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>RFC 3339 with capital T and Z, as RFC 4287 §3.3 asks.</summary>
    public static bool IsRfc3339(string text) => Rfc3339Shape().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Addresses in HTML that no page is there to resolve.</summary>
    public static IEnumerable<string> RelativeAddresses(string html) => Addresses().Matches(html)
        .Select(match => match.Groups[1].Value)
        .Where(address => !IsWebAddress(address) && !address.StartsWith("mailto:", StringComparison.Ordinal));

    public static IEnumerable<string> Doubles(IEnumerable<string> texts) =>
        texts.GroupBy(text => text, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

    [GeneratedRegex("\\Ahttps?://[^/\\s\"<>\\\\^`{|}]+(/[^\\s\"<>\\\\^`{|}]*)?\\z")]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"\Atag:[a-z0-9]([a-z0-9.-]*[a-z0-9])?,\d{4}(-\d\d){0,2}:[\w/;?:@&=+$.~!*'(),%-]+(#[\w.-]+)?\z")]
    private static partial Regex TagUri();

    [GeneratedRegex(@"\Aurn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z")]
    private static partial Regex UuidUrn();

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z")]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"\A(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}\z")]
    private static partial Regex Rfc822Shape();

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex Rfc3339Shape();

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Addresses();
}
