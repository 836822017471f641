using System.Globalization;
using System.Text.Json;
using Digest.Gather.Json;
using Digest.Gather.Web;

namespace Digest.Gather.Launchpad;

/// <summary>Launchpad's web service during one read.</summary>
/// <param name="web">Asks.</param>
/// <param name="root">Where the service lies. Nothing outside it is ever asked, whatever an answer links to.</param>
internal sealed class LaunchpadServer(WebSession web, Uri root)
{
    // Changelogs and whiteboards can be long.
    private const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>All entries of a collection, page after page.</summary>
    /// <param name="target">The project, as its settings name it.</param>
    /// <param name="rest">What follows the target: <c>/releases?ws.size=75</c>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="SourceTroubleException">A page is missing or wrong: none of it can be used.</exception>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(
        string target, string rest, CancellationToken cancellationToken) =>
        await TryListAsync(target, rest, cancellationToken) ?? throw Unknown(target);

    /// <returns>Null if there is no such target, or it has no such collection.</returns>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<IReadOnlyList<JsonElement>?> TryListAsync(
        string target, string rest, CancellationToken cancellationToken)
    {
        var first = new Uri(root, target + rest);
        if (await FindAsync(first, cancellationToken) is not { } page)
            return null;

        var entries = new List<JsonElement>(Entries(first, page));
        var asked = new HashSet<string>(StringComparer.Ordinal) { first.AbsoluteUri };
        while (Next(first, page) is { } next)
        {
            if (!asked.Add(next.AbsoluteUri))
                throw WebSession.Trouble(first, "the pages lead back to one that was read already; try later");

            page = await FindAsync(next, cancellationToken)
                ?? throw WebSession.Trouble(next, "this page is gone while its list was read; try later");
            entries.AddRange(Entries(next, page));
        }

        return entries;
    }

    /// <returns>Null if there is nothing at the address.</returns>
    /// <exception cref="SourceTroubleException">There is no answer.</exception>
    public async Task<JsonElement?> FindAsync(Uri address, CancellationToken cancellationToken) =>
        await AskAsync(address, cancellationToken) switch
        {
            WebAnswer.Found found => WebSession.ParseJson(address, found.Bytes),
            WebAnswer.Failed { Status: 404 or 410 } => null,
            WebAnswer.Failed { Status: 400 } => throw WebSession.Trouble(
                address, "HTTP 400: the server does not accept the question; check project and the other keys"),
            WebAnswer.Failed { Status: 401 or 403 } => throw WebSession.Trouble(
                address, "the server does not let this program read it: it is private; correct project"),
            WebAnswer.Failed failed => throw WebSession.Trouble(address, failed.Reason),
            _ => throw WebSession.Trouble(address, "said 'not modified' to a request without validators"),
        };

    /// <summary>The same for one thing among others, which may be gone or have become private.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public async Task<JsonElement?> LookUpAsync(Uri address, CancellationToken cancellationToken) =>
        await AskAsync(address, cancellationToken) switch
        {
            WebAnswer.Found found => WebSession.ParseJson(address, found.Bytes),
            WebAnswer.Failed { Status: 401 or 403 or 404 or 410 } => null,
            WebAnswer.Failed failed => throw WebSession.Trouble(address, failed.Reason),
            _ => null,
        };

    /// <summary>The answer as it is, for what can be done without.</summary>
    public Task<WebAnswer> AskAsync(Uri address, CancellationToken cancellationToken) =>
        web.AskAsync(new WebRequest(address) { Accept = "application/json", MaxBytes = MaxBytes }, cancellationToken);

    /// <summary>A link of an answer; null if it is none or leads out of the service.</summary>
    public Uri? Inside(string? link) =>
        Uri.TryCreate(root, link, out var address) && link is not null && address.UserInfo.Length == 0
        && address.GetLeftPart(UriPartial.Authority) == root.GetLeftPart(UriPartial.Authority)
        && address.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal)
            ? address
            : null;

    /// <summary>The path of a link below the service: <c>keel/+spec/ballast</c>; null if it leads elsewhere.</summary>
    public string? PathOf(string? link) =>
        Inside(link) is { } address ? Uri.UnescapeDataString(address.AbsolutePath[root.AbsolutePath.Length..]) : null;

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static SourceTroubleException Unknown(string target) =>
        new($"project: there is no '{target}' on Launchpad; correct it in newsletter.yml");

    private static IEnumerable<JsonElement> Entries(Uri address, JsonElement page) =>
        page.Part("entries") is { ValueKind: JsonValueKind.Array } entries
            ? entries.Entries().Where(entry => entry.IsObject())
            : throw WebSession.Trouble(address, "the answer is no list of Launchpad; check the url");

    private Uri? Next(Uri first, JsonElement page)
    {
        if (page.Text("next_collection_link") is not { } link)
            return null;

        return Inside(link) ?? throw WebSession.Trouble(
            first, "the next page is said to lie outside the service; it was not asked for");
    }
}
