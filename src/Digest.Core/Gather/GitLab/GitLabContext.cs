using System.Globalization;
using Digest.Model;

namespace Digest.Gather.GitLab;

/// <summary>A GitLab server, and how a source wants it read.</summary>
internal sealed record GitLabContext(SourceDefinition Source)
{
    /// <summary>The address of the server; ends with a slash.</summary>
    public Uri Root { get; } = RootOf(Source.Url);

    /// <summary>As object keys name it.</summary>
    public string Host => Root.IsDefaultPort ? Root.IdnHost : Root.Authority;

    public IReadOnlyList<string> Labels => Source.Settings.Texts(GitLabSourceReader.Labels);

    public Uri Api(string rest) => new(Root, $"api/v4/{rest}");

    /// <summary>A moment as the value of a query.</summary>
    public static string Time(DateTimeOffset? moment) => Uri.EscapeDataString((moment ?? DateTimeOffset.UnixEpoch)
        .UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static Uri RootOf(Uri? url)
    {
        if (url is null)
            return new Uri("https://gitlab.com/");

        // People copy either the server's address or that of its API.
        var path = url.AbsolutePath.Trim('/');
        if (path.EndsWith("api/v4", StringComparison.Ordinal))
            path = path[..^"api/v4".Length].Trim('/');

        return new Uri(url, path.Length == 0 ? "/" : $"/{path}/");
    }
}
