using System.Text.RegularExpressions;
using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>
/// Things that a text names without an address: <c>Closes-Bug: #1234567</c>, <c>LP: #1234567</c>, <c>blueprint
/// foo-bar</c>, <c>CVE-2026-12345</c>. What it only depends on is left out. Every pattern is bounded, so that no text
/// can make it slow.
/// </summary>
internal static partial class TextObjects
{
    /// <summary>Texts are read so far; what stands behind is no main subject.</summary>
    public const int Reach = 20_000;

    private const int MostObjects = 40;

    /// <param name="text">A title or a body.</param>
    /// <param name="ticket">A key of the item's own repository, for <c>Fixes #12</c>; null where it has none.</param>
    public static IEnumerable<string> In(string text, string? ticket)
    {
        var read = text.Length > Reach ? text[..Reach] : text;
        return Bugs(read)
            .Concat(Blueprints(read))
            .Concat(AdvisoriesIn(read))
            .Concat(ChangeIds(read))
            .Concat(Tickets(read, ticket))
            .Distinct(StringComparer.Ordinal)
            .Take(MostObjects);
    }

    /// <summary>The first advisory's number in a text; null if it has none.</summary>
    public static string? AdvisoryIn(string text) =>
        Advisory().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>Keys of all advisories that a text names.</summary>
    public static IEnumerable<string> AdvisoriesIn(string text) =>
        Advisory().Matches(text).Select(match => ObjectKey.Advisory(match.Value));

    /// <summary>The footers of a commit's text that say which change it is.</summary>
    public static IEnumerable<string> ChangeIds(string text) =>
        ChangeId().Matches(text).Select(match => ObjectKey.ChangeId(match.Groups["id"].Value));

    // OpenStack's footers and Ubuntu's changelogs mean Launchpad; numbers that long are no other tracker's first ones.
    private static IEnumerable<string> Bugs(string text) => Bug().Matches(text)
        .Select(match => ThingNumber.Of(match.Groups["number"].Value))
        .OfType<long>()
        .Select(number => ObjectKey.Bug(LaunchpadAddress.Host, number));

    private static IEnumerable<string> Blueprints(string text) => Blueprint().Matches(text)
        .Select(match => match.Groups["name"].Value.TrimEnd('-', '.'))
        .Where(KeyForm.IsTelling)
        .Select(name => ObjectKey.Blueprint("*", name));

    private static IEnumerable<string> Tickets(string text, string? ticket)
    {
        var mark = ticket?.LastIndexOfAny(['#', '!']) ?? -1;
        return mark < 0
            ? []
            : Fixes().Matches(text).Select(match => $"{ticket![..mark]}#{match.Groups["number"].Value}");
    }

    [GeneratedRegex(
        @"\b(?:(?:closes|fixes|partial|related|resolves)[-_ ]?bug\s?:?\s?#?|LP\s?[:#]\s?#?|launchpad bug\s?#?)"
        + @"(?<number>[0-9]{4,9})\b"
        + @"|\bbug\s?#?(?<number>[0-9]{6,9})\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Bug();

    [GeneratedRegex(
        @"\b(?:blueprint|bp|implements|spec)(?:\s?:\s?|\s|/)(?:blueprint\s|bp\s)?(?<name>[a-z0-9][a-z0-9.+-]{5,80})",
        RegexOptions.IgnoreCase)]
    private static partial Regex Blueprint();

    [GeneratedRegex(
        @"\bCVE[-\u2010-\u2015 ][0-9]{4}-[0-9]{4,7}\b|\bOSSA[- ][0-9]{4}-[0-9]{3,4}\b"
        + @"|\bGHSA(?:-[23456789cfghjmpqrvwx]{4}){3}\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Advisory();

    [GeneratedRegex(@"^\s{0,8}Change-Id:\s?(?<id>I[0-9a-f]{40})\b", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ChangeId();

    [GeneratedRegex(
        @"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\s?:?\s#(?<number>[1-9][0-9]{0,8})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Fixes();
}
