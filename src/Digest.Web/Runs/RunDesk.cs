using Digest.Model;
using Digest.Run;

namespace Digest.Web.Runs;

/// <summary>
/// Takes requests for runs. The record is durable before the caller gets an answer, and the key decides, in the store,
/// whether it is a new run: of two equal requests at once, one runs.
/// </summary>
public sealed class RunDesk(IRunStore store, RunQueue queue, TimeProvider clock)
{
    /// <param name="key">Names the request: the same key is the same run, for ever.</param>
    /// <param name="at">The moment the run takes for now; null for the moment it begins.</param>
    public async Task<RunRecord> AskAsync(
        Newsletter newsletter, string key, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var record = await store.BeginAsync(newsletter.Slug, key, at, clock.GetUtcNow(), cancellationToken);
        if (record.IsNew)
            queue.Add(record);
        return record;
    }
}
