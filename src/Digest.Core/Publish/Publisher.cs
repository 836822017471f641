using Digest.Model;

namespace Digest.Publish;

/// <summary>Writes a newsletter's site to its <c>public</c> folder; files whose bytes are the same are left alone.</summary>
public sealed class Publisher(SiteBuilder builder)
{
    public Task<PublishReport> PublishAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        throw new NotImplementedException();
    }
}
