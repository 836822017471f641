using Digest.Feeds;
using Digest.Gather.Web;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Gather.Feed;

/// <summary>The connector <c>feed</c>: RSS, Atom, RDF or JSON Feed from a web address or a file.</summary>
internal sealed class FeedSourceReader(
    WebFetcher fetcher, IOptions<GatherOptions> options, TimeProvider clock) : ISourceReader
{
    public static SourceKind Kind { get; } = new()
    {
        Type = "feed",
        Place = SourcePlace.UrlOrPath,
        Example = "url: https://…' or 'path: sources/feed.xml",
    };

    public string Type => Kind.Type;

    public Task<FetchOutcome> ReadAsync(SourceRequest request, CancellationToken cancellationToken) =>
        request.Source.Url is { } address
            ? ReadWebAsync(request, address, cancellationToken)
            : ReadFileAsync(request, cancellationToken);

    /// <summary>A page's feed that was found before is asked at once; the page again only where that fails.</summary>
    private async Task<FetchOutcome> ReadWebAsync(
        SourceRequest request, Uri address, CancellationToken cancellationToken)
    {
        if (AdvertisedFeed.Recall(request.State.Memory, address) is not { } known)
            return await ReadMovedAsync(request, address, isFollowed: false, cancellationToken);

        var outcome = await ReadMovedAsync(request, known, isFollowed: true, cancellationToken);
        return outcome is FetchOutcome.Failed && !request.Reading.IsAskedToWait
            ? await ReadAsync(Unconditional(request), address, null, isFollowed: false, cancellationToken)
            : AdvertisedFeed.Told(outcome, address, known);
    }

    /// <summary>A move that turns out to lead nowhere is taken back, before anybody is told of a failure.</summary>
    private async Task<FetchOutcome> ReadMovedAsync(
        SourceRequest request, Uri address, bool isFollowed, CancellationToken cancellationToken)
    {
        if (request.State.MovedTo is not { } moved)
            return await ReadAsync(request, address, null, isFollowed, cancellationToken);

        var answer = await fetcher.GetAsync(Asked(request, moved), cancellationToken);
        return answer is WebAnswer.Failed { Status: null or 404 or 410 } && !request.Reading.IsAskedToWait
            ? await ReadAsync(request, address, null, isFollowed, cancellationToken)
            : await OutcomeAsync(request, new Asking(moved, moved, isFollowed), answer, cancellationToken);
    }

    private async Task<FetchOutcome> ReadAsync(
        SourceRequest request, Uri address, Uri? moved, bool isFollowed, CancellationToken cancellationToken)
    {
        var answer = await fetcher.GetAsync(Asked(request, address), cancellationToken);
        return await OutcomeAsync(request, new Asking(address, moved, isFollowed), answer, cancellationToken);
    }

    private async Task<FetchOutcome> OutcomeAsync(
        SourceRequest request, Asking asking, WebAnswer answer, CancellationToken cancellationToken)
    {
        var address = asking.Address;
        switch (answer)
        {
            case WebAnswer.NotModified unchanged:
                return new FetchOutcome.Unchanged
                {
                    FreshFor = Freshness.Of(unchanged.Headers, clock.GetUtcNow()),
                    MovedTo = unchanged.MovedTo ?? asking.Moved,
                };
            case WebAnswer.Found found:
                var read = Read(request, address.AbsoluteUri, found.Bytes, found.ContentType, found.Location);
                if (read is FetchOutcome.Fetched fetched)
                    return WithWords(fetched, found, asking.Moved);

                return asking.IsFollowed
                    ? read
                    : await FollowAsync(request, address, found, read, cancellationToken);
            case WebAnswer.Failed failed:
                return Failure(address.AbsoluteUri, failed.Reason) with { IsGone = failed.Status == 410 };
            default:
                throw new InvalidOperationException("Unknown answer");
        }
    }

    /// <summary>What is no feed may be a page with one: a single advertised feed is read in its place.</summary>
    private async Task<FetchOutcome> FollowAsync(
        SourceRequest request,
        Uri address,
        WebAnswer.Found page,
        FetchOutcome refused,
        CancellationToken cancellationToken)
    {
        var feeds = FeedDiscovery.Find(page.Bytes, page.ContentType, page.Location);
        if (feeds.Count == 0)
            return refused;
        if (feeds.Count > 1)
            return Failure(address.AbsoluteUri, AdvertisedFeed.Choice(feeds));

        var feed = new Uri(feeds[0].Url);
        var outcome = await ReadAsync(Unconditional(request), feed, null, isFollowed: true, cancellationToken);
        return AdvertisedFeed.Told(outcome, address, feed);
    }

    private static SourceRequest Unconditional(SourceRequest request) =>
        request with { State = request.State with { ETag = null, LastModified = null } };

    private static WebRequest Asked(SourceRequest request, Uri address) => new(address)
    {
        Accept = WebRequest.FeedTypes,
        ETag = request.State.ETag,
        LastModified = request.State.LastModified,
        Reading = request.Reading,
    };

    private async Task<FetchOutcome> ReadFileAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var path = request.Source.Path ?? "";
        try
        {
            var limit = options.Value.MaxFeedBytes;
            var name = SourceFiles.NameOf(request, path);
            var read = await request.Reading.Answers.TakeAsync(
                name, token => CappedRead.ReadFileAsync(path, limit, token), cancellationToken);
            return read is { } bytes
                ? Read(request, path, bytes, null, null)
                : Failure(path, CappedRead.TooLarge(limit));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failure(path, "there is no such file; check its path in newsletter.yml");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Failure(path, $"the file cannot be read: {exception.Message}");
        }
    }

    private FetchOutcome Read(
        SourceRequest request, string place, ReadOnlyMemory<byte> bytes, string? contentType, Uri? location) =>
        FeedReader.Read(bytes, contentType, location) switch
        {
            FeedReadResult.Read read => new FetchOutcome.Fetched(
                FeedItems.From(read.Feed, request.Source, location),
                [.. read.Warnings.Select(warning => $"{place}: {warning}")])
            {
                FreshFor = FeedRest.Of(read.Feed.Schedule, clock.GetUtcNow()),
            },
            FeedReadResult.NotAFeed not => Failure(place, not.Reason),
            _ => throw new InvalidOperationException("Unknown result"),
        };

    private FetchOutcome.Fetched WithWords(FetchOutcome.Fetched fetched, WebAnswer.Found found, Uri? moved) =>
        fetched with
        {
            ETag = found.ETag,
            LastModified = found.LastModified,
            FreshFor = Longer(Freshness.Of(found.Headers, clock.GetUtcNow()), fetched.FreshFor),
            MovedTo = found.Moved ? found.Location : moved,
        };

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => other is null || one > other ? one : other;

    private static FetchOutcome.Failed Failure(string place, string reason) =>
        new($"{place}: {reason}");

    /// <param name="Moved">The saved move that the address comes from.</param>
    /// <param name="IsFollowed">True for a feed that a page advertised.</param>
    private sealed record Asking(Uri Address, Uri? Moved, bool IsFollowed);
}
