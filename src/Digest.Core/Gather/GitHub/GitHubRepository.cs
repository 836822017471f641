using System.Text.RegularExpressions;

namespace Digest.Gather.GitHub;

/// <summary>A repository as newsletter.yml names it: <c>driftwood/keel</c>.</summary>
internal sealed partial record GitHubRepository(string Owner, string Name)
{
    public string Path => $"{Owner}/{Name}";

    public static GitHubRepository Of(string path)
    {
        var parts = path.Split('/');
        return new GitHubRepository(parts[0], parts[1]);
    }

    /// <summary>What is wrong with a value and what would be right; null for a good one.</summary>
    public static string? Fault(string path) => Shape().IsMatch(path)
        ? null
        : $"'{path}' is no repository; write owner/name, such as driftwood/keel";

    [GeneratedRegex(@"\A(?!\.)[A-Za-z0-9_.-]{1,100}/(?!\.{1,2}\z)[A-Za-z0-9_.-]{1,100}\z")]
    private static partial Regex Shape();
}
