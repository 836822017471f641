using System.Text.RegularExpressions;
using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>Bugs of Bugzilla, Trac, Redmine, StoryBoard and Jira.</summary>
internal static partial class TrackerAddress
{
    public static string? Key(WebAddress address)
    {
        if (address.Path is [.., "show_bug.cgi"])
            return Bug(address, address.Parameter("id"));
        if (address.Path is [.., "browse", var name] && JiraName().Match(name) is { Success: true } jira)
        {
            return ThingNumber.Of(jira.Groups["number"].Value) is { } number
                ? ObjectKey.Ticket(address.Host, jira.Groups["project"].Value, number)
                : null;
        }

        if (address.Path is ["ticket", var ticket])
            return Bug(address, ticket);

        return address.Fragment.StartsWith("!/story/", StringComparison.Ordinal)
            ? Bug(address, address.Fragment["!/story/".Length..])
            : null;
    }

    private static string? Bug(WebAddress address, string? number) =>
        ThingNumber.Of(number) is { } id ? ObjectKey.Bug(address.Host, id) : null;

    [GeneratedRegex("^(?<project>[A-Z][A-Z0-9_]{1,20})-(?<number>[0-9]{1,9})$", RegexOptions.IgnoreCase)]
    private static partial Regex JiraName();
}
