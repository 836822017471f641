using System.Text.RegularExpressions;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Forges;

/// <summary>
/// What the tag of a release says: <c>v2.4.0</c>, <c>keel-2.4.0</c>, or <c>@keel/rope@1.2.0</c> where a repository
/// holds several packages.
/// </summary>
/// <param name="Project">The name of what was released.</param>
/// <param name="Version">Without a leading <c>v</c>; the whole tag if it holds no version.</param>
internal sealed partial record ReleaseTag(string Project, string Version)
{
    // Words before a version that name no package.
    private static readonly string[] Fillers = ["v", "ver", "version", "rel", "release", "releases", "tag"];

    /// <param name="repository">The repository's own name, without its owner.</param>
    public static ReleaseTag Of(string repository, string tag)
    {
        var match = Shape().Match(tag.Trim());
        if (!match.Success)
            return new ReleaseTag(repository, tag.Trim());

        var package = match.Groups["name"].Value.Split('/')[^1].TrimStart('@');
        var isPackage = package.Length > 0 && !Fillers.Contains(package, StringComparer.OrdinalIgnoreCase);
        return new ReleaseTag(isPackage ? package : repository, match.Groups["version"].Value);
    }

    public string Key => ObjectKey.Release(Project, Version);

    /// <summary>A title that names the project and the version, whatever the release's own name leaves out.</summary>
    /// <param name="name">The release's name; null or empty if it has none.</param>
    public string Title(string? name)
    {
        var words = PlainLine.Of(name ?? "");
        var bare = PlainLine.Of($"{Project} {Version}");
        if (words.Length == 0)
            return bare;

        var namesProject = words.Contains(Project, StringComparison.OrdinalIgnoreCase);
        var namesVersion = words.Contains(Version, StringComparison.OrdinalIgnoreCase);
        return (namesProject, namesVersion) switch
        {
            (true, true) => words,
            (false, true) => PlainLine.Of($"{Project} {words}"),
            _ => PlainLine.Of($"{bare}: {words}"),
        };
    }

    [GeneratedRegex(
        @"^(?:(?<name>.{0,200}?[^0-9.])[-_/@ .])??"
        + @"v?(?<version>[0-9]{1,9}(?:\.[0-9A-Za-z]{1,20}){0,6}(?:[-+_.~].{1,60})?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
