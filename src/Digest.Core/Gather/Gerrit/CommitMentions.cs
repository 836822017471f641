using System.Globalization;
using System.Text.RegularExpressions;
using Digest.Model;

namespace Digest.Gather.Gerrit;

/// <summary>
/// The things that a change names in its footers and its topic: bugs, blueprints and the changes it depends on.
/// </summary>
/// <param name="host">The review server, for changes that are named by a number.</param>
/// <param name="tracker">The bug tracker, for bugs that are named by a number.</param>
internal sealed partial class CommitMentions(string host, string tracker)
{
    /// <param name="message">The commit message.</param>
    /// <param name="topic">The topic, <c>bp/no-valid-host</c> for one; null if there is none.</param>
    /// <param name="project">The last name of the change's project, for blueprints that do not name theirs.</param>
    /// <returns>Keys by <see cref="ObjectKey"/>, each once, in the order met.</returns>
    public IReadOnlyList<string> Of(CommitMessage message, string? topic, string project) =>
    [
        .. message.Footers.SelectMany(footer => Keys(footer, project))
            .Concat(TopicKeys(topic ?? "", project))
            .Distinct(StringComparer.Ordinal),
    ];

    private IEnumerable<string> Keys(CommitFooter footer, string project)
    {
        if (BlueprintName().IsMatch(footer.Name))
            return Blueprints(footer.Value, project);
        if (BugName().IsMatch(footer.Name))
            return Bugs(footer.Value);
        if (footer.IsNamed("Depends-On") || footer.IsNamed("Needed-By"))
            return Changes(footer.Value);
        if (!StateName().IsMatch(footer.Name))
            return [];

        // "Implements: blueprint x", "Fixes: bug 12": the value says which of the two it is.
        return BlueprintWord().IsMatch(footer.Value) || BlueprintAddress().IsMatch(footer.Value)
            ? Blueprints(footer.Value, project)
            : BugWord().IsMatch(footer.Value) ? Bugs(footer.Value)
            : [];
    }

    private IEnumerable<string> TopicKeys(string topic, string project) => topic.Split('/', 2) switch
    {
        ["bp" or "blueprint", var name] => Blueprints(name, project),
        ["bug", var number] => Bugs(number),
        _ => [],
    };

    private static IEnumerable<string> Blueprints(string value, string project)
    {
        if (BlueprintAddress().Match(value) is { Success: true } address)
            return [ObjectKey.Blueprint(address.Groups["project"].Value, address.Groups["name"].Value)];

        return Words(BlueprintWord().Replace(value, ""))
            .Select(word => BlueprintPath().Match(word.TrimEnd('.')))
            .TakeWhile(match => match.Success)
            .Select(match => ObjectKey.Blueprint(
                match.Groups["project"] is { Success: true } named ? named.Value : project,
                match.Groups["name"].Value));
    }

    private IEnumerable<string> Bugs(string value)
    {
        foreach (var word in Words(value))
        {
            var isAddress = word.Contains("://", StringComparison.Ordinal);
            if (isAddress && BugAddress(word) is { } bug)
                yield return bug;
            else if (!isAddress && BugNumber().Match(word) is { Success: true } match
                && NumberOf(match.Groups["number"].Value) is { } number)
            {
                yield return ObjectKey.Bug(tracker, number);
            }
        }
    }

    private IEnumerable<string> Changes(string value)
    {
        foreach (var word in Words(value))
        {
            if (ChangeId().IsMatch(word))
                yield return ObjectKey.ChangeId(word);
            else if (ChangeAddress(word) is { } change)
                yield return change;
            else if (NumberOf(word) is { } number)
                yield return ObjectKey.Change(host, number);
        }
    }

    private static string? ChangeAddress(string word) =>
        Uri.TryCreate(word, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && ChangePath().Match(address.AbsolutePath + address.Fragment) is { Success: true } match
        && NumberOf(match.Groups["number"].Value) is { } number
            ? ObjectKey.Change(address.IdnHost, number)
            : null;

    private static string? BugAddress(string word) =>
        Uri.TryCreate(word.TrimEnd('.'), UriKind.Absolute, out var address)
        && BugPath().Match(address.PathAndQuery) is { Success: true } match
        && NumberOf(match.Groups["number"].Value) is { } number
            ? ObjectKey.Bug(TrackerOf(address.IdnHost), number)
            : null;

    // launchpad.net/bugs/12 leads to bugs.launchpad.net/…/+bug/12.
    private static string TrackerOf(string host) => host == "launchpad.net" ? "bugs.launchpad.net" : host;

    private static string[] Words(string value) =>
        value.Split([' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static long? NumberOf(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(
        @"\A(?:(?:implements?|completes|partial(?:ly)?(?:[- ]?implements)?|related(?: to)?)[- ])?(?:blueprint|bp)s?\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex BlueprintName();

    [GeneratedRegex(
        @"\A(?:(?:close[sd]?|fix(?:e[sd])?|partial(?:ly)?|related(?: to)?|resolves|implements)[- ]?)?(?:bugs?|lp)\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex BugName();

    [GeneratedRegex(
        @"\A(?:implements|partial(?:ly)?[- ]?implements|completes|closes|fixes|resolves|related(?:-to)?)\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex StateName();

    [GeneratedRegex(@"\A\s*(?:blueprints?|bp)(?:\s*[:#/]\s*|\s+)", RegexOptions.IgnoreCase)]
    private static partial Regex BlueprintWord();

    [GeneratedRegex(@"\A\s*(?:bugs?|lp)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BugWord();

    [GeneratedRegex(
        @"launchpad\.net/(?<project>[A-Za-z0-9][A-Za-z0-9.+-]*)/\+spec/(?<name>[A-Za-z0-9][A-Za-z0-9.+-]*)")]
    private static partial Regex BlueprintAddress();

    [GeneratedRegex(@"\A(?:(?<project>[A-Za-z0-9][A-Za-z0-9.+-]*)/)?(?<name>[A-Za-z0-9][A-Za-z0-9.+-]*)\z")]
    private static partial Regex BlueprintPath();

    // "1234", "#1234", "lp:1234", "lp#1234": not the digits of a version or of a name.
    [GeneratedRegex(@"\A\(?(?:lp:?)?#?(?<number>[0-9]{1,12})[.)]*\z", RegexOptions.IgnoreCase)]
    private static partial Regex BugNumber();

    // Launchpad's two ways and Bugzilla's.
    [GeneratedRegex(@"(?:/\+bug/|/bugs/|[?&]id=)(?<number>[0-9]{1,12})(?:\z|[/&])")]
    private static partial Regex BugPath();

    [GeneratedRegex(@"\AI[0-9a-f]{40}\z", RegexOptions.IgnoreCase)]
    private static partial Regex ChangeId();

    // "/123", "/c/123", "/c/project/+/123/4", "/#/c/123/": below a prefix or not.
    [GeneratedRegex(@"(?:/\+/|/c/|\A/|\A/r/)(?<number>[0-9]{1,12})(?:/|\z)")]
    private static partial Regex ChangePath();
}
