using Digest.Feeds.Opml;
using Digest.Gather.Web;
using Digest.Markup;
using Digest.Model;
using Digest.Newsletters;

namespace Digest.Run;

/// <summary>Decides for each feed of a list whether it becomes a source, and under which id.</summary>
internal sealed class SourceImportPlan
{
    private const int MostTags = 20;
    private const int LongestTag = 100;

    private readonly NetworkGuard _guard;
    private readonly SourceIds _ids;
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    public SourceImportPlan(IReadOnlyList<SourceDefinition> sources, NetworkGuard guard)
    {
        _guard = guard;
        _ids = new SourceIds(sources.Select(source => source.Id));
        foreach (var source in sources)
        {
            if (source.Url is { } address)
                _known.TryAdd(SourceAddress.KeyOf(address), source.Id);
        }
    }

    public IReadOnlyList<SourceImportOutcome> Of(IReadOnlyList<OpmlFeed> feeds) => [.. feeds.Select(Of)];

    private SourceImportOutcome Of(OpmlFeed feed)
    {
        if (SourceAddress.Read(feed.Url) is not { } address)
            return new SourceImportOutcome.Refused(feed, $"'{SourceAddress.Shown(feed.Url)}' is no web address");
        if (_known.TryGetValue(SourceAddress.KeyOf(address), out var known))
            return new SourceImportOutcome.Known(feed, known);
        if (_guard.RefusalUnresolved(address) is { } reason)
            return new SourceImportOutcome.Refused(feed, reason);

        var source = new SourceProposal
        {
            Id = _ids.Make(feed.Title, address),
            Url = address,
            Language = LanguageOf(feed),
            Tags = [.. feed.Tags.Select(PlainLine.Of).Where(IsTag).Take(MostTags)],
        };
        _known.Add(SourceAddress.KeyOf(address), source.Id);
        return new SourceImportOutcome.Added(feed, source);
    }

    private static bool IsTag(string text) => text.Length is > 0 and <= LongestTag;

    /// <summary>Programs write "en_US" and "English" there, too; without a tag the feed itself says it.</summary>
    private static string? LanguageOf(OpmlFeed feed) =>
        feed.Language?.Replace('_', '-') is { } tag && LanguageTag.Check(tag) is null ? tag : null;
}
