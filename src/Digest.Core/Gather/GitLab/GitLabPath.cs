using System.Text.RegularExpressions;

namespace Digest.Gather.GitLab;

/// <summary>Paths of projects and groups as newsletter.yml names them: <c>driftwood/tools/keel</c>.</summary>
internal static partial class GitLabPath
{
    /// <summary>What is wrong with a project and what would be right; null for a good one.</summary>
    public static string? ProjectFault(string path) => Shape().IsMatch(path) && path.Contains('/')
        ? null
        : $"'{path}' is no project; write its whole path, such as driftwood/keel";

    /// <inheritdoc cref="ProjectFault"/>
    public static string? GroupFault(string path) =>
        Shape().IsMatch(path) ? null : $"'{path}' is no group; write its path, such as driftwood or driftwood/tools";

    /// <summary>The path as one segment of an address, which is how the API wants it.</summary>
    public static string Segment(string path) => Uri.EscapeDataString(path);

    /// <summary>The project of a page: what stands before <c>/-/</c>; null if there is no such part.</summary>
    /// <param name="root">The address of the server, which may lie below a folder.</param>
    public static string? OfPage(string page, Uri root)
    {
        var path = new Uri(page).AbsolutePath;
        var end = path.IndexOf("/-/", StringComparison.Ordinal);
        var start = root.AbsolutePath.Length;
        return end > start && path.StartsWith(root.AbsolutePath, StringComparison.Ordinal)
            && Shape().IsMatch(path[start..end])
            ? path[start..end]
            : null;
    }

    [GeneratedRegex(@"\A[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,200}(?:/[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,200}){0,20}\z")]
    private static partial Regex Shape();
}
