using Digest.Compose.Stories;
using Digest.Markup;
using Digest.Model;

namespace Digest.Compose;

/// <summary>
/// Turns what was gathered since the last issue into a Markdown draft, or adds it to the draft that is open. What
/// stands in the file is never changed or removed; new items are only added. The file is written before the ledger:
/// after a crash between the two, the trace comments in the file say what it holds already.
/// </summary>
public sealed class Composer(IDraftStore store, StoryMemory stories)
{
    // A feed of thousands would make a file that nobody edits and that is too long to read back. What is left over
    // stays a candidate and comes with the next run or the next issue.
    private const int MostAtOnce = 400;

    /// <param name="now">The moment of the run: the end of the issue's window.</param>
    /// <exception cref="DigestException">The draft's file is missing, or cannot be read or written.</exception>
    public async Task<ComposeOutcome> DraftAsync(
        Newsletter newsletter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var draft = await store.FindDraftAsync(newsletter.Slug, cancellationToken);
        var last = await store.FindLastAsync(newsletter.Slug, cancellationToken);
        if (draft is null && last is not null && now < last.CutOff)
            return new ComposeOutcome.NothingNew(last);

        var waiting = await store.ListCandidatesAsync(newsletter.Slug, now, cancellationToken);
        IReadOnlyList<Item> candidates = [.. waiting.Take(MostAtOnce)];
        if (draft is not null)
            return await ExtendAsync(newsletter, draft, candidates, now, cancellationToken);

        return candidates.Count == 0
            ? new ComposeOutcome.NothingNew(last, newsletter.Sources.Count > 0)
            : await OpenAsync(newsletter, last, candidates, now, cancellationToken);
    }

    /// <summary>
    /// Opens the next issue's draft even where nothing was gathered: an editor may write an issue alone. A file that
    /// lies at its place already becomes the draft.
    /// </summary>
    /// <param name="now">The moment of the run: the end of the issue's window.</param>
    /// <exception cref="DigestException">A draft is open already, or the last issue ends after this moment.</exception>
    public async Task<ComposeOutcome.Drafted> BeginAsync(
        Newsletter newsletter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await store.FindDraftAsync(newsletter.Slug, cancellationToken) is { } draft)
        {
            throw new DigestException(
                $"{draft.Ref}: is open already; edit {DraftFiles.PathOf(newsletter, draft.Ref)}, or cancel it first");
        }

        var last = await store.FindLastAsync(newsletter.Slug, cancellationToken);
        if (last is not null && now < last.CutOff)
            throw new DigestException($"{last.Ref}: ends after this moment; name a later one with --at");

        var waiting = await store.ListCandidatesAsync(newsletter.Slug, now, cancellationToken);
        return await OpenAsync(newsletter, last, [.. waiting.Take(MostAtOnce)], now, cancellationToken);
    }

    private async Task<ComposeOutcome.Drafted> OpenAsync(
        Newsletter newsletter,
        Issue? last,
        IReadOnlyList<Item> candidates,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var issue = IssueOpening.Of(newsletter, last, candidates, now);
        var path = DraftFiles.PathOf(newsletter, issue.Ref);
        var found = await DraftFiles.ReadAsync(newsletter, issue.Ref, cancellationToken);

        // A file without a row is a draft whose row was lost in a crash, or that was cancelled: its text is kept.
        if (found is not null)
            issue = Adopted(DraftReader.Read(path, found, issue));

        var (added, merged) = await WriteAsync(newsletter, issue, found, candidates, cancellationToken);
        return new ComposeOutcome.Drafted(issue, path, IsNew: true, added, merged);
    }

    private async Task<ComposeOutcome> ExtendAsync(
        Newsletter newsletter,
        Issue draft,
        IReadOnlyList<Item> candidates,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var path = DraftFiles.PathOf(newsletter, draft.Ref);
        var text = await DraftFiles.ReadAsync(newsletter, draft.Ref, cancellationToken)
            ?? throw DraftReader.Missing(path, draft.Ref);
        if (candidates.Count == 0)
            return new ComposeOutcome.Drafted(draft, path, IsNew: false, Added: 0, Merged: 0);

        // Title and days stay as they are in the file, where they may be the editor's by now.
        var issue = draft with { CutOff = now > draft.CutOff ? now : draft.CutOff };
        var (added, merged) = await WriteAsync(newsletter, issue, text, candidates, cancellationToken);
        return new ComposeOutcome.Drafted(issue, path, IsNew: false, added, merged);
    }

    private async Task<(int Added, int Merged)> WriteAsync(
        Newsletter newsletter,
        Issue issue,
        string? found,
        IReadOnlyList<Item> candidates,
        CancellationToken cancellationToken)
    {
        var text = found ?? DraftHead.Of(issue, newsletter, DraftWords.For(newsletter.Language));
        var content = new DraftContent(IssueMarkdown.Parse(text));
        var grouping = await stories.GroupAsync(newsletter, issue.Ref, candidates, cancellationToken);
        var fresh = grouping.Fresh.Where(story => !content.Holds(story)).ToList();
        if (fresh.Count > 0 || found is null)
        {
            var extended = fresh.Count == 0 ? text : new DraftPlan(newsletter).Add(text, fresh);
            DraftContent.Verify(DraftFiles.PathOf(newsletter, issue.Ref), extended, fresh);
            await ReplaceAsync(newsletter, issue.Ref, found, extended, cancellationToken);
        }

        await stories.SaveAsync(newsletter.Slug, grouping, cancellationToken);
        await store.SaveDraftAsync(issue, [.. candidates.Select(item => item.Id)], cancellationToken);
        var known = grouping.Fresh.Count(story => content.HoldsTrace(story));
        return (fresh.Count, candidates.Count - fresh.Count - known);
    }

    /// <summary>Writes the file unless an editor saved it since it was read: that is not overwritten.</summary>
    private static async Task ReplaceAsync(
        Newsletter newsletter, IssueRef issue, string? found, string text, CancellationToken cancellationToken)
    {
        if (await DraftFiles.ReadAsync(newsletter, issue, cancellationToken) != found)
            throw new DigestException($"{DraftFiles.PathOf(newsletter, issue)}: was saved just now; run this again");

        await DraftFiles.WriteAsync(newsletter, issue, text, cancellationToken);
    }

    private static Issue Adopted(DraftReading reading) =>
        reading.Document.FrontMatter["id"] is { } id && id.StartsWith("tag:", StringComparison.Ordinal)
            ? reading.Issue with { Id = id }
            : reading.Issue;
}
