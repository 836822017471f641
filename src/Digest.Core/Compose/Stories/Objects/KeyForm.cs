using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>
/// The form in which keys are compared. Connectors name a thing as their source does; here <c>python-keel</c> 2.4.0 and
/// Keel 2.4 are one release, and a bug of Launchpad is one on any of its hosts.
/// </summary>
internal static class KeyForm
{
    private const int HashLength = 10;

    public static string Of(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return key;

        var rest = key[(colon + 1)..];
        return key[..colon] switch
        {
            "release" => Release(rest),
            "milestone" => $"milestone:{Named(rest)}",
            "commit" when rest.Length > HashLength => $"commit:{rest[..HashLength]}",
            "bug" when rest.Contains($"{LaunchpadAddress.Host}/", StringComparison.Ordinal) =>
                $"bug:{LaunchpadAddress.Host}/{rest[(rest.LastIndexOf('/') + 1)..]}",
            _ => key,
        };
    }

    /// <summary>What a key is a key of: <c>change</c>, <c>bug</c>, <c>page</c>.</summary>
    public static string KindOf(string key) =>
        key.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? key[..colon] : key;

    /// <summary>
    /// The same blueprint without its project: footers of commits name it alone. Null for everything else.
    /// </summary>
    public static string? WithoutProject(string key) =>
        KindOf(key) == "blueprint" && key.LastIndexOf('/') is > 0 and var slash && IsTelling(key[(slash + 1)..])
            ? ObjectKey.Blueprint("*", key[(slash + 1)..])
            : null;

    /// <summary>A name of one word is given to blueprints of many projects.</summary>
    public static bool IsTelling(string blueprint) =>
        blueprint.Length >= 8 && blueprint.Contains('-', StringComparison.Ordinal);

    private static string Release(string rest) => $"release:{Named(rest)}";

    private static string Named(string rest)
    {
        var slash = rest.LastIndexOf('/');
        return slash < 0 ? rest : $"{ReleaseName.Project(rest[..slash])}/{ReleaseName.Number(rest[(slash + 1)..])}";
    }
}
