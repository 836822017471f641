using System.Globalization;
using Digest.Gather.Listings;
using Digest.Gather.Web;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Meetbot;

/// <summary>
/// The connector <c>meetbot</c>: minutes of IRC and Matrix meetings, found by the listings of the folders they lie in:
/// one for each meeting, and often one for each year below.
/// </summary>
internal sealed class MeetbotSourceReader(WebSessions sessions) : WebSourceReader(sessions)
{
    // Minutes are written when a meeting ends and copied to the web later, but named after its start.
    private static readonly TimeSpan Late = TimeSpan.FromDays(3);
    private const int MaxListingBytes = 5 * 1024 * 1024;
    private const int MaxMinutesBytes = 2 * 1024 * 1024;

    // The root, a meeting, a year.
    private const int DeepestFolder = 2;

    private static readonly SourceSetting Meetings = new("meetings", "keel") { IsList = true };

    public static SourceKind Kind { get; } = new()
    {
        Type = "meetbot",
        Place = SourcePlace.Url,
        Example = "url: https://meetings.example.org/meetings/",
        Settings = [Meetings],
    };

    public override string Type => Kind.Type;

    protected override async Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken)
    {
        var walk = new Walk(request, web, new MeetingNames(request.Source.Settings.Texts(Meetings.Name)));
        await ReadFolderAsync(walk, Folder(request.Source.Url!), depth: 0, nearTo: null, cancellationToken);
        if (walk.Names.Missing(walk.Found) is { Count: > 0 } missing)
            walk.Warnings.Add($"{request.Source.Url}: no meeting is called {string.Join(", ", missing)}");

        return new FetchOutcome.Fetched(
            [.. walk.Items.DistinctBy(item => item.ExternalId, StringComparer.Ordinal)], walk.Warnings);
    }

    private static async Task ReadFolderAsync(
        Walk walk, Uri address, int depth, string? nearTo, CancellationToken cancellationToken)
    {
        var asked = new WebRequest(address) { Accept = "text/html", MaxBytes = MaxListingBytes };
        var listing = Listing.Read(await walk.Web.GetAsync(asked, cancellationToken));
        if (!walk.Visited.Add(listing.Folder.AbsoluteUri))
            return;

        var files = listing.Files.ToHashSet(StringComparer.Ordinal);
        if (depth == 0 && listing.Names.Count == 0)
            throw WebSession.Trouble(address, "no listing of meetings; give the address of the folder they lie in");

        await ReadMeetingsAsync(walk, listing, files, nearTo, cancellationToken);
        foreach (var folder in depth < DeepestFolder ? listing.Folders : [])
        {
            var near = nearTo;
            if (YearOf(folder) is { } year ? IsInWindow(walk.Request, year) : walk.Names.Wants(folder, out near))
                await ReadFolderAsync(walk, listing.Address(folder + "/"), depth + 1, near, cancellationToken);
        }
    }

    private static async Task ReadMeetingsAsync(
        Walk walk, Listing listing, HashSet<string> files, string? nearTo, CancellationToken cancellationToken)
    {
        var from = walk.Request.Since - Late;
        var meetings = files.Select(MeetingFile.Of).OfType<MeetingFile>().Distinct()
            .Where(file => walk.Names.Wants(file.Meeting, out _) || nearTo is not null)
            .ToList();
        walk.Found.UnionWith(meetings.Select(file => file.Meeting));
        var due = meetings.Where(file => file.Start >= from && file.Start <= walk.Request.Now)
            .OrderBy(file => file.Start)
            .ToList();
        if (nearTo is not null && due.Count > 0)
        {
            walk.Warnings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{listing.Folder}: {due.Count} of a name like '{nearTo}'; add it to meetings if it is the same"));
            return;
        }

        foreach (var file in due)
            await ReadMinutesAsync(walk, listing, files, file, cancellationToken);
    }

    private static async Task ReadMinutesAsync(
        Walk walk, Listing listing, HashSet<string> files, MeetingFile file, CancellationToken cancellationToken)
    {
        var (text, html) = ($"{file.Stem}.txt", $"{file.Stem}.html");
        var name = files.Contains(text) ? text : files.Contains(html) ? html : null;
        if (name is null)
            return;

        var address = listing.Address(name);
        var answer = await walk.Web.AskAsync(new WebRequest(address) { MaxBytes = MaxMinutesBytes }, cancellationToken);
        if (answer is WebAnswer.Failed failed)
        {
            if (failed.Status is 429 or >= 500)
                throw WebSession.Trouble(address, failed.Reason);
            walk.Warnings.Add($"{address}: left out: {failed.Reason}");
        }
        else if (answer is WebAnswer.Found found && Read(found) is { } minutes)
        {
            var log = files.Contains($"{file.Stem}.log.html") ? listing.Address($"{file.Stem}.log.html") : null;
            var page = listing.Address(files.Contains(html) ? html : text);
            walk.Items.Add(MinutesItem.Of(file, minutes, walk.Request.Source, page, log));
        }
        else
            walk.Warnings.Add($"{address}: left out: these are no minutes as MeetBot writes them");
    }

    private static Minutes? Read(WebAnswer.Found found)
    {
        var text = HtmlPage.Text(found);
        return HtmlPage.Looks(found.Bytes)
            ? MinutesReader.ReadMarkdown(HtmlToMarkdown.Convert(text, null))
            : MinutesReader.Read(text);
    }

    private static int? YearOf(string folder) => folder.Length == 4
        && int.TryParse(folder, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static bool IsInWindow(SourceRequest request, int year) =>
        year >= (request.Since - Late).Year && year <= request.Now.Year;

    private static Uri Folder(Uri address) => address.AbsolutePath.EndsWith('/')
        ? address
        : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;

    /// <summary>What one read has come to so far.</summary>
    private sealed record Walk(SourceRequest Request, WebSession Web, MeetingNames Names)
    {
        public List<GatheredItem> Items { get; } = [];

        public List<string> Warnings { get; } = [];

        public HashSet<string> Visited { get; } = new(StringComparer.Ordinal);

        /// <summary>Meetings that were met anywhere, in the window or not.</summary>
        public HashSet<string> Found { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
