namespace Digest.Feeds;

/// <summary>The links by which a written feed names other documents, alike in Atom and RSS.</summary>
internal static class FeedRelations
{
    /// <summary>
    /// An archive names what is older and what is current, never what follows it: that would change it (RFC 5005 §4
    /// asks archives to stay as they are). <c>next</c> of §3 says the same as <c>prev-archive</c> to readers that know
    /// only that.
    /// </summary>
    public static IEnumerable<(string Relation, string? Type, string Address)> Of(FeedDocument feed, string mediaType)
    {
        if (WrittenAddress.Of(feed.SelfUrl) is { } self)
            yield return ("self", mediaType, self);
        if (WrittenAddress.Of(feed.HubUrl) is { } hub)
            yield return ("hub", null, hub);
        if (feed.Paging is not { } paging)
            yield break;

        yield return ("current", mediaType, paging.CurrentUrl);
        yield return ("first", mediaType, paging.CurrentUrl);
        if (paging.OlderUrl is { } older)
        {
            yield return ("prev-archive", mediaType, older);
            yield return ("next", mediaType, older);
        }

        yield return ("last", mediaType, paging.OldestUrl);
    }
}
