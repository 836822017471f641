using Digest.Model;
using Digest.Publish;

namespace Digest.Web.Pages;

/// <summary>Builds every page and feed of a newsletter: <see cref="SiteBuilder.BuildAsync"/>.</summary>
public delegate Task<IReadOnlyList<PublishedFile>> BuildSite(
    Newsletter newsletter, CancellationToken cancellationToken);
