using System.Text.RegularExpressions;
using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>Versions of a package on its registry, and the files that a release is made of.</summary>
internal static partial class PackageAddress
{
    public static string? Key(WebAddress address) =>
        Release(address) is { } release && ReleaseName.IsVersion(release.Version)
            ? ObjectKey.Release(release.Project, release.Version)
            : null;

    private static (string Project, string Version)? Release(WebAddress address)
    {
        var path = address.Path;
        return address.Host switch
        {
            "pypi.org" or "pypi.python.org" when path is ["project" or "pypi", var name, var version, ..] =>
                (name, version),
            "npmjs.com" when path is ["package", .. var scope, "v", var version] => (string.Join('/', scope), version),
            "crates.io" when path is ["crates", var name, var version, ..] => (name, version),
            "rubygems.org" when path is ["gems", var name, "versions", var version, ..] => (name, version),
            "nuget.org" when path is ["packages", var name, var version, ..] => (name, version),
            _ => Archive(path.Length == 0 ? "" : path[^1]),
        };
    }

    private static (string Project, string Version)? Archive(string file)
    {
        var match = ArchiveName().Match(file);
        return match.Success ? (match.Groups["name"].Value, match.Groups["version"].Value) : null;
    }

    [GeneratedRegex(
        @"^(?<name>[A-Za-z][A-Za-z0-9_.-]{1,60}?)"
        + @"-v?(?<version>[0-9]+(?:\.[0-9]+){1,4}(?:\.?(?:a|b|rc|dev|post)[0-9]+)?)"
        + @"(?:-py[0-9.]+[A-Za-z0-9_.-]*)?\.(?:tar\.(?:gz|xz|bz2)|tgz|zip|whl)$")]
    private static partial Regex ArchiveName();
}
