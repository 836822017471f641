using System.Collections.Concurrent;
using Digest.Model;
using Digest.Publish;

namespace Digest.Web.Pages;

/// <summary>
/// Keeps each newsletter's built site in memory until the set of its published issues changes. Everything comes from
/// the database, so any number of nodes can serve without sharing a folder.
/// </summary>
public sealed class SiteCache(IPublishedIssueStore store, BuildSite build, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Site> _sites = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _building = new(StringComparer.Ordinal);

    /// <summary>A file of the newsletter's site by name, or null.</summary>
    public async Task<SiteFile?> FindAsync(Newsletter newsletter, string name, CancellationToken cancellationToken)
    {
        var version = await store.VersionAsync(newsletter.Slug, cancellationToken);
        var site = _sites.TryGetValue(newsletter.Slug, out var kept) && kept.Version == version
            ? kept
            : await BuildOnceAsync(newsletter, version, cancellationToken);
        return site.Files.GetValueOrDefault(name);
    }

    private async Task<Site> BuildOnceAsync(
        Newsletter newsletter, string? version, CancellationToken cancellationToken)
    {
        var turn = _building.GetOrAdd(newsletter.Slug, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            var last = _sites.GetValueOrDefault(newsletter.Slug);
            if (last?.Version == version && last is not null)
                return last;

            var files = await build(newsletter, cancellationToken);
            return _sites[newsletter.Slug] = new Site(version, Index(files, last));
        }
        finally
        {
            turn.Release();
        }
    }

    private Dictionary<string, SiteFile> Index(IReadOnlyList<PublishedFile> files, Site? last) => files.ToDictionary(
        file => file.Name,
        file => new SiteFile(file, LastModified(file, last?.Files.GetValueOrDefault(file.Name))),
        StringComparer.Ordinal);

    /// <summary>
    /// When an issue is cancelled its feed changes while the newest approval goes back; a reader who asks by date alone
    /// must still get the change.
    /// </summary>
    private DateTimeOffset LastModified(PublishedFile file, SiteFile? last)
    {
        if (last?.LastModified is not { } before || file.LastModified > before)
            return file.LastModified;

        return last.HasBytes(file.Bytes.Span) ? before : clock.GetUtcNow();
    }

    private sealed record Site(string? Version, Dictionary<string, SiteFile> Files);
}
