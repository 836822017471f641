namespace Digest.Gather.GitHub;

/// <summary>Where a GitHub answers: github.com, or a server of the Enterprise kind.</summary>
/// <param name="Api">Ends with a slash.</param>
/// <param name="WebHost">The host of the pages that people see.</param>
internal sealed record GitHubPlace(Uri Api, string WebHost)
{
    /// <param name="url">As newsletter.yml has it; null for github.com.</param>
    public static GitHubPlace Of(Uri? url)
    {
        if (url is null || url.IdnHost is "github.com" or "www.github.com" or "api.github.com")
            return new GitHubPlace(new Uri("https://api.github.com/"), "github.com");

        // An Enterprise server has its API below /api/v3; its bare address is what people copy.
        var path = url.AbsolutePath.Trim('/');
        var root = path.Length == 0 ? "/api/v3/" : $"/{path}/";
        return new GitHubPlace(new Uri(url, root), url.IsDefaultPort ? url.IdnHost : url.Authority);
    }
}
