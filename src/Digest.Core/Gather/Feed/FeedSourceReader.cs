using Digest.Feeds;
using Digest.Gather.Web;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Gather.Feed;

/// <summary>The connector <c>feed</c>: RSS, Atom, RDF or JSON Feed from a web address or a file.</summary>
internal sealed class FeedSourceReader(WebFetcher fetcher, IOptions<GatherOptions> options) : ISourceReader
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
            return await ReadAsync(request, address, isFollowed: false, cancellationToken);

        var outcome = await ReadAsync(request, known, isFollowed: true, cancellationToken);
        if (outcome is not FetchOutcome.Failed)
            return AdvertisedFeed.Told(outcome, address, known);

        var unconditional = request with { State = request.State with { ETag = null, LastModified = null } };
        return await ReadAsync(unconditional, address, isFollowed: false, cancellationToken);
    }

    private async Task<FetchOutcome> ReadAsync(
        SourceRequest request, Uri address, bool isFollowed, CancellationToken cancellationToken)
    {
        switch (await fetcher.GetAsync(Asked(request, address), cancellationToken))
        {
            case WebAnswer.NotModified:
                return new FetchOutcome.Unchanged();
            case WebAnswer.Found found:
                var read = Read(request, address.AbsoluteUri, found.Bytes, found.ContentType, found.Location);
                if (read is FetchOutcome.Fetched fetched)
                    return WithValidators(fetched, found, address);

                return isFollowed ? read : await FollowAsync(request, address, found, read, cancellationToken);
            case WebAnswer.Failed failed:
                return Failure(address.AbsoluteUri, failed.Reason);
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
        var unconditional = request with { State = request.State with { ETag = null, LastModified = null } };
        var outcome = await ReadAsync(unconditional, feed, isFollowed: true, cancellationToken);
        return AdvertisedFeed.Told(outcome, address, feed);
    }

    private static WebRequest Asked(SourceRequest request, Uri address) => new(address)
    {
        Accept = WebRequest.FeedTypes,
        ETag = request.State.ETag,
        LastModified = request.State.LastModified,
    };

    private async Task<FetchOutcome> ReadFileAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var path = request.Source.Path ?? "";
        try
        {
            var limit = options.Value.MaxFeedBytes;
            return await CappedRead.ReadFileAsync(path, limit, cancellationToken) is { } bytes
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

    private static FetchOutcome Read(
        SourceRequest request, string place, ReadOnlyMemory<byte> bytes, string? contentType, Uri? location) =>
        FeedReader.Read(bytes, contentType, location) switch
        {
            FeedReadResult.Read read => new FetchOutcome.Fetched(
                FeedItems.From(read.Feed, request.Source, location),
                [.. read.Warnings.Select(warning => $"{place}: {warning}")]),
            FeedReadResult.NotAFeed not => Failure(place, not.Reason),
            _ => throw new InvalidOperationException("Unknown result"),
        };

    private static FetchOutcome.Fetched WithValidators(
        FetchOutcome.Fetched fetched, WebAnswer.Found found, Uri address) => fetched with
        {
            ETag = found.ETag,
            LastModified = found.LastModified,
            Warnings = found.Moved
                ? [.. fetched.Warnings, $"{address} moved for good to {found.Location}; change newsletter.yml"]
                : fetched.Warnings,
        };

    private static FetchOutcome.Failed Failure(string place, string reason) =>
        new($"{place}: {reason}");
}
