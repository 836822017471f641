using System.Text.RegularExpressions;
using Digest.Gather.Web;
using Digest.Model;

namespace Digest.Gather.Launchpad;

/// <summary>What the three kinds of Launchpad sources share in <c>newsletter.yml</c>.</summary>
internal static partial class LaunchpadSettings
{
    public const string Example = "url: https://api.launchpad.net/devel/";

    private const string NameRule = "names have letters, digits, '.', '+' and '-'; write for example keel";

    // Blueprints and the newer fields are in no other version of the service.
    private const string Version = "devel";

    private static readonly string[] Pages =
        ["launchpad.net", "www.launchpad.net", "bugs.launchpad.net", "blueprints.launchpad.net"];

    /// <summary>
    /// Projects, project groups, distributions; a series as <c>keel/2.0</c>, a package as
    /// <c>harbour/+source/keel</c>.
    /// </summary>
    public static SourceSetting Project { get; } = new("project", "keel")
    {
        IsRequired = true,
        IsList = true,
        Check = ProjectFault,
    };

    /// <summary>As Launchpad writes them: names are lower case, and people do not always write them so.</summary>
    public static IReadOnlyList<string> Projects(SourceDefinition source) =>
        [.. source.Settings.Texts(Project.Name).Select(name => name.ToLowerInvariant()).Distinct()];

    /// <summary>The root of the web service, with a slash at the end.</summary>
    /// <exception cref="SourceTroubleException">The url names something else.</exception>
    public static Uri Root(Uri? url)
    {
        if (url is null)
            throw new SourceTroubleException($"url: is missing; write '{Example}'");

        var path = url.AbsolutePath.Trim('/');
        if (Pages.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase) && path.Length == 0)
            return new Uri($"https://api.launchpad.net/{Version}/");
        if (path.Length == 0)
            return new Uri(url, $"/{Version}/");
        if (VersionEnd().Match(path) is { Success: true } end)
            return new Uri(url, $"/{path[..end.Index]}{Version}/");

        throw WebSession.Trouble(
            url, $"this is not the web service; write '{Example}' and the name of the project under project");
    }

    /// <summary>A setting whose values are some of a few words.</summary>
    public static SourceSetting Choice(string name, string example, IReadOnlyCollection<string> known) =>
        new(name, example) { IsList = true, Check = value => ChoiceFault(value, known) };

    /// <summary>A setting that is <c>true</c> or <c>false</c>.</summary>
    public static SourceSetting Flag(string name) => new(name, "true")
    {
        Check = SettingRules.Flag,
    };

    /// <summary>The known word that is meant, whatever its case.</summary>
    public static string? Known(string value, IEnumerable<string> known) =>
        known.FirstOrDefault(word => word.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase));

    public static string? ChoiceFault(string value, IReadOnlyCollection<string> known) =>
        Known(value, known) is null ? $"'{value}' is unknown; known are {string.Join(", ", known)}" : null;

    private static string? ProjectFault(string name) =>
        ProjectName().IsMatch(name) ? null : $"'{name}' is no name on Launchpad: {NameRule}";

    [GeneratedRegex(
        @"\A[a-z0-9][a-z0-9.+-]*(?:/[a-z0-9][a-z0-9.+-]*){0,1}(?:/\+source/[a-z0-9][a-z0-9.+-]*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProjectName();

    [GeneratedRegex(@"(?<=\A|/)(?:devel|beta|[0-9]+\.[0-9]+)\z")]
    private static partial Regex VersionEnd();
}
