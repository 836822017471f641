using Digest.Compose.Stories;
using Digest.Model;

namespace Digest.Compose;

/// <summary>Shows what waits for an issue and lets things rest.</summary>
public sealed class CandidateDesk(IDraftStore store, StoryMemory memory)
{
    /// <param name="now">The moment that age is counted from; items first seen later are not listed.</param>
    /// <returns>The best first.</returns>
    public async Task<IReadOnlyList<Candidate>> ListAsync(
        Newsletter newsletter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = await store.ListCandidatesAsync(newsletter.Slug, now, cancellationToken);
        var draft = await store.FindDraftAsync(newsletter.Slug, cancellationToken);
        var last = await store.FindLastAsync(newsletter.Slug, cancellationToken);
        var issue = draft?.Ref ?? IssueOpening.Of(newsletter, last, items, now).Ref;
        var stories = (await memory.GroupAsync(newsletter, issue, items, cancellationToken)).Fresh;
        return [.. new DraftPlan(newsletter, now).Order(stories).Select(story => story.ToCandidate())];
    }

    /// <summary>Lets stories rest: they are offered to no issue any more.</summary>
    /// <param name="ids">Items, or any item of a story.</param>
    /// <exception cref="DigestException">An item does not wait, or no draft is open that could note it.</exception>
    public async Task DropAsync(
        Newsletter newsletter, IReadOnlyList<string> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The ledger keeps items with the issue that they were offered to.
        var draft = await store.FindDraftAsync(newsletter.Slug, cancellationToken)
            ?? throw new DigestException(
                $"{newsletter.Slug}: no draft is open; begin one with: digest draft {newsletter.Slug}");
        var items = await store.ListCandidatesAsync(newsletter.Slug, now, cancellationToken);
        var stories = (await memory.GroupAsync(newsletter, draft.Ref, items, cancellationToken)).Fresh;
        Composer.CheckKnown(newsletter, stories, ids);
        var dropped = stories.SelectMany(story => story.Items).Where(item => ids.Contains(item.Id));
        await store.SaveDraftAsync(draft, [.. dropped.Select(item => item.Id)], cancellationToken);
    }
}
