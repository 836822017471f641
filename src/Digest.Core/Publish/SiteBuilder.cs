using Digest.Model;

namespace Digest.Publish;

/// <summary>Builds every page and feed of a newsletter from its frozen issues.</summary>
public sealed class SiteBuilder(IPublishedIssueStore store, SiteAddress site)
{
    public Task<IReadOnlyList<PublishedFile>> BuildAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        throw new NotImplementedException();
    }
}
