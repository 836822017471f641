using AngleSharp.Html.Dom;
using Digest.Gather.Web;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.WebPage;

/// <summary>
/// The connector <c>webpage</c>: the entries of a page that has no feed, found by CSS selectors; without a selector,
/// what changed on the page.
/// </summary>
internal sealed class WebPageSourceReader(WebSessions sessions) : WebSourceReader(sessions)
{
    public static SourceKind Kind { get; } = new()
    {
        Type = "webpage",
        Place = SourcePlace.Url,
        Example = "url: https://news.example.org/",
        Settings = PageSettings.Known,
    };

    public override string Type => Kind.Type;

    protected override async Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken)
    {
        var address = request.Source.Url!;
        var settings = PageSettings.Of(request.Source.Settings);
        var mark = settings.Mark(address);
        var memory = PageMemory.Read(request.State.Memory, mark);
        var asked = new WebRequest(address)
        {
            Accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5",
            ETag = memory is null ? null : request.State.ETag,
            LastModified = memory is null ? null : request.State.LastModified,
        };
        return await web.AskAsync(asked, cancellationToken) switch
        {
            WebAnswer.Found found => Read(request, settings, memory, mark, found),
            WebAnswer.Failed failed => throw WebSession.Trouble(address, failed.Reason),
            _ => new FetchOutcome.Unchanged(),
        };
    }

    private static FetchOutcome.Fetched Read(
        SourceRequest request, PageSettings settings, PageMemory? memory, string mark, WebAnswer.Found found)
    {
        var page = WebDocument.Parse(found.Bytes, found.ContentType)
            ?? throw WebSession.Trouble(found.Location, "the page nests its elements too deeply to be read");
        var place = BaseOf(page, found.Location);
        var read = settings.Item is null
            ? Watch(request, settings, memory, page, place, mark)
            : Entries(request, settings, memory, page, place, mark);
        return read with { ETag = found.ETag, LastModified = found.LastModified };
    }

    /// <summary>
    /// At the first read old entries are noted and not told. Later an entry is told because it was not there before,
    /// whatever date it bears.
    /// </summary>
    private static FetchOutcome.Fetched Entries(
        SourceRequest request, PageSettings settings, PageMemory? memory, IHtmlDocument page, Uri place, string mark)
    {
        var entries = new PageEntries(settings, request, place);
        var items = entries.Read(page);
        if (items.Count == 0)
        {
            throw WebSession.Trouble(
                place, $"selector '{settings.Item!.Selector}' matches nothing; the page may have changed");
        }

        var known = memory?.Entries.ToHashSet(StringComparer.Ordinal);
        var due = known is null
            ? items.Where(item => !(item.Published < request.Since.AddDays(-1)))
            : items.Where(item => !known.Contains(PageHash.Of(item.ExternalId)));
        var kept = items.Where(item => !(item.Published > request.Now)).Select(item => PageHash.Of(item.ExternalId));
        return new FetchOutcome.Fetched([.. due], entries.Warnings)
        {
            Memory = new PageMemory { Settings = mark, Entries = [.. kept] }.Write(),
        };
    }

    private static FetchOutcome.Fetched Watch(
        SourceRequest request, PageSettings settings, PageMemory? memory, IHtmlDocument page, Uri place, string mark)
    {
        var lines = PageWatch.LinesOf(page, settings.Body, place);
        if (lines.Count == 0)
        {
            throw WebSession.Trouble(place, settings.Body is { } part
                ? $"selector '{part.Selector}' matches nothing; the page may have changed"
                : "the page has no text; it may be made by scripts, which are not run");
        }

        var change = memory is null ? null : PageWatch.Difference(memory.Lines, lines, page, request, place);
        return new FetchOutcome.Fetched(change is null ? [] : [change], [])
        {
            Memory = new PageMemory { Settings = mark, Lines = lines }.Write(),
        };
    }

    // A page may say where its relative links start (HTML §4.2.3).
    private static Uri BaseOf(IHtmlDocument page, Uri location) =>
        Uri.TryCreate(location, page.QuerySelector("base[href]")?.GetAttribute("href"), out var stated)
        && stated.Scheme is "http" or "https"
            ? stated
            : location;
}
