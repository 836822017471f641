using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>Bugs, blueprints and milestones of Launchpad, on any of its hosts.</summary>
internal static class LaunchpadAddress
{
    public const string Host = "launchpad.net";

    public static string? Key(WebAddress address)
    {
        if (!address.IsAt(Host))
            return null;
        if (Behind(address, "+bug") is { } bug)
            return ThingNumber.Of(bug) is { } number ? ObjectKey.Bug(Host, number) : null;
        if (address.Path is ["bugs", var plain, ..] && ThingNumber.Of(plain) is { } id)
            return ObjectKey.Bug(Host, id);
        if (address.Segment(0) is not { } project || project.StartsWith('+') || project.StartsWith('~'))
            return null;
        if (Behind(address, "+spec") is { } blueprint)
            return ObjectKey.Blueprint(project, blueprint);

        return Milestone(address) is { } milestone ? ObjectKey.Milestone(project, milestone) : null;
    }

    private static string? Behind(WebAddress address, string mark) =>
        address.IndexOf(mark) is >= 0 and var at ? address.Segment(at + 1) : null;

    // /project/+milestone/name, and /project/series/name, which is what a release is shown at.
    private static string? Milestone(WebAddress address)
    {
        if (Behind(address, "+milestone") is { } named)
            return named;

        var isPlain = address.Host == Host && address.Path.Length == 3
            && !address.Path.Any(part => part.StartsWith('+') || part.StartsWith('~'));
        return isPlain ? address.Segment(2) : null;
    }
}
