using System.Text.RegularExpressions;

namespace Digest.Compose.Stories.Objects;

/// <summary>
/// What one release is called: by a tag, by a package's version, with and without a prefix of its project.
/// </summary>
internal static partial class ReleaseName
{
    public static bool IsVersion(string text) => Version().IsMatch(text);

    /// <summary>
    /// A tag of a repository: <c>v2.4.0</c>, <c>keel-2.4.0</c>, <c>release/2.4</c>; null if it is no version.
    /// </summary>
    public static (string Project, string Version)? OfTag(string repository, string tag)
    {
        var match = Tag().Match(tag);
        if (!match.Success)
            return null;

        var prefix = match.Groups["name"].Value;
        var project = prefix.Length == 0 || prefix.TrimEnd('-', '_', '/').ToLowerInvariant() is "release" or "rel"
            or "version" or "ver" or "refs/tags"
            ? repository
            : prefix.TrimEnd('-', '_', '/', '@');
        return (project, match.Groups["version"].Value);
    }

    /// <summary>
    /// The form in which names are compared: the repository without its owner, <c>python-novaclient</c> as
    /// <c>novaclient</c>, one sort of dash.
    /// </summary>
    public static string Project(string name)
    {
        var last = name.ToLowerInvariant().Replace('_', '-').Replace(' ', '-').Trim('/', '@');
        last = last[(last.LastIndexOf('/') + 1)..];
        var plain = Prefix().Replace(last, "");
        return plain.Length == 0 ? last : plain;
    }

    /// <summary>The form in which versions are compared: 2.4.0 as 2.4, 2.4.0-rc.1 as 2.4rc1.</summary>
    public static string Number(string version)
    {
        var match = Version().Match(version.ToLowerInvariant());
        if (!match.Success)
            return version.ToLowerInvariant();

        var number = ZeroTail().Replace(match.Groups["number"].Value, "");
        var stage = match.Groups["stage"].Value switch { "alpha" => "a", "beta" => "b", "c" => "rc", var s => s };
        return number + stage + match.Groups["step"].Value;
    }

    [GeneratedRegex(
        @"^v?(?<number>[0-9]+(?:\.[0-9]+)+)(?:[-.+_~]?(?<stage>alpha|beta|a|b|rc|c|dev|post|p)[-.]?(?<step>[0-9]*))?$")]
    private static partial Regex Version();

    [GeneratedRegex(
        @"^(?<name>(?:[A-Za-z][A-Za-z0-9._/@-]{0,60}?[-_/@])?)"
        + @"v?(?<version>[0-9]+(?:\.[0-9]+)+(?:[-.+_~]?(?:alpha|beta|a|b|rc|dev|post)[-.]?[0-9]*)?)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    /// <summary>True for <c>2.4</c> or <c>2.4.x</c>, which name a line of versions; a tag is more exact.</summary>
    public static bool IsBranch(string name) => Branch().IsMatch(name);

    /// <summary>The name without the ending of an archive.</summary>
    public static string WithoutArchive(string file) => ArchiveEnd().Replace(file, "");

    [GeneratedRegex(@"^[0-9]+\.[0-9]+$|\.x$", RegexOptions.IgnoreCase)]
    private static partial Regex Branch();

    [GeneratedRegex(@"\.(?:tar\.(?:gz|xz|bz2)|tgz|zip)$")]
    private static partial Regex ArchiveEnd();

    [GeneratedRegex("^(?:python[23]?|node|lib)-")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(?:\.0+)+$")]
    private static partial Regex ZeroTail();
}
