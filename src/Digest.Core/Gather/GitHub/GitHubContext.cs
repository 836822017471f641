using System.Text.Json;
using Digest.Gather.Forges;
using Digest.Gather.Json;
using Digest.Model;

namespace Digest.Gather.GitHub;

/// <summary>One repository of a source, and how the source wants it read.</summary>
internal sealed record GitHubContext(
    GitHubPlace Place, GitHubRepository Repository, GitHubChoice Choice, SourceDefinition Source)
{
    /// <summary>The address of one of the repository's lists: of its first page.</summary>
    public Uri List(string rest) => new(Place.Api, $"repos/{Repository.Path}/{rest}");

    /// <summary>A page that people see, where an answer names none.</summary>
    public string WebPage(string rest) => $"https://{Place.WebHost}/{Repository.Path}/{rest}";

    /// <summary>
    /// The repository's path today: after a move an answer's pages lie below the new one, and others link there.
    /// </summary>
    public string PathOf(string page)
    {
        var parts = new Uri(page).AbsolutePath.Split('/');
        return parts.Length >= 4 && GitHubRepository.Fault($"{parts[1]}/{parts[2]}") is null
            ? $"{parts[1]}/{parts[2]}"
            : Repository.Path;
    }

    public IReadOnlyList<string> Moved(ForgePage page) => page.MovedTo is null
        ? []
        : [$"repository {Repository.Path} was renamed or moved; its new address is {page.MovedTo}; update it"];

    public static bool IsBot(JsonElement user) =>
        user.Text("type") == "Bot" || user.Text("login")?.EndsWith("[bot]", StringComparison.Ordinal) == true;
}
