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

    private async Task<FetchOutcome> ReadWebAsync(
        SourceRequest request, Uri address, CancellationToken cancellationToken)
    {
        if (request.State.MovedTo is not { } moved)
            return await ReadWebAsync(request, address, null, cancellationToken);

        // A move that turns out to lead nowhere is taken back once, before anybody is told of a failure.
        var answer = await fetcher.GetAsync(Asked(request, moved), cancellationToken);
        return answer is WebAnswer.Failed { Status: null or 404 or 410 } && !request.Reading.IsAskedToWait
            ? await ReadWebAsync(request, address, null, cancellationToken)
            : Outcome(request, moved, moved, answer);
    }

    private async Task<FetchOutcome> ReadWebAsync(
        SourceRequest request, Uri address, Uri? moved, CancellationToken cancellationToken) =>
        Outcome(request, address, moved, await fetcher.GetAsync(Asked(request, address), cancellationToken));

    private FetchOutcome Outcome(SourceRequest request, Uri address, Uri? moved, WebAnswer answer)
    {
        switch (answer)
        {
            case WebAnswer.NotModified unchanged:
                return new FetchOutcome.Unchanged
                {
                    FreshFor = Freshness.Of(unchanged.Headers, clock.GetUtcNow()),
                    MovedTo = unchanged.MovedTo ?? moved,
                };
            case WebAnswer.Found found:
                var read = Read(request, address.AbsoluteUri, found.Bytes, found.ContentType, found.Location);
                return read is FetchOutcome.Fetched fetched ? WithWords(fetched, found, moved) : read;
            case WebAnswer.Failed failed:
                return Failure(address.AbsoluteUri, failed.Reason) with { IsGone = failed.Status == 410 };
            default:
                throw new InvalidOperationException("Unknown answer");
        }
    }

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

    private FetchOutcome.Fetched WithWords(FetchOutcome.Fetched fetched, WebAnswer.Found found, Uri? moved) =>
        fetched with
        {
            ETag = found.ETag,
            LastModified = found.LastModified,
            FreshFor = Freshness.Of(found.Headers, clock.GetUtcNow()),
            MovedTo = found.Moved ? found.Location : moved,
        };

    private static FetchOutcome.Failed Failure(string place, string reason) =>
        new($"{place}: {reason}");
}
