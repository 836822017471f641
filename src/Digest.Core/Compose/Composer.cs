using Digest.Compose.Ranking;
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
    public Task<ComposeOutcome> DraftAsync(
        Newsletter newsletter, DateTimeOffset now, CancellationToken cancellationToken) =>
        DraftAsync(newsletter, now, include: [], cancellationToken);

    /// <param name="now">The moment of the run: the end of the issue's window.</param>
    /// <param name="include">Ids of waiting items that are taken whatever the limit of their section.</param>
    /// <exception cref="DigestException">The same, or an item that is to be included does not wait.</exception>
    public async Task<ComposeOutcome> DraftAsync(
        Newsletter newsletter,
        DateTimeOffset now,
        IReadOnlyCollection<string> include,
        CancellationToken cancellationToken)
    {
        var draft = await store.FindDraftAsync(newsletter.Slug, cancellationToken);
        var last = await store.FindLastAsync(newsletter.Slug, cancellationToken);
        if (draft is null && last is not null && now < last.CutOff)
            return new ComposeOutcome.NothingNew(last);

        var candidates = await store.ListCandidatesAsync(newsletter.Slug, now, cancellationToken);
        CheckKnown(newsletter, [.. candidates.Select(item => new Story(item, []))], include);
        var task = new DraftTask(newsletter, candidates, last, now) { Include = include };
        if (draft is not null)
            return await ExtendAsync(task, draft, cancellationToken);

        return candidates.Count == 0
            ? new ComposeOutcome.NothingNew(last, newsletter.Sources.Count > 0)
            : await OpenAsync(task, cancellationToken);
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

        var candidates = await store.ListCandidatesAsync(newsletter.Slug, now, cancellationToken);
        return await OpenAsync(new DraftTask(newsletter, candidates, last, now), cancellationToken);
    }

    /// <exception cref="DigestException">An id is that of no item that waits.</exception>
    internal static void CheckKnown(Newsletter newsletter, IReadOnlyList<Story> stories, IEnumerable<string> ids)
    {
        var known = stories.SelectMany(story => story.Items).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        if (ids.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
        {
            throw new DigestException(
                $"'{unknown}' is no item that waits; digest candidates {newsletter.Slug} lists those that do")
            {
                ExitCode = 2,
            };
        }
    }

    private async Task<ComposeOutcome.Drafted> OpenAsync(DraftTask task, CancellationToken cancellationToken)
    {
        var newsletter = task.Newsletter;
        var issue = IssueOpening.Of(newsletter, task.Last, task.Candidates, task.Now);
        var path = DraftFiles.PathOf(newsletter, issue.Ref);
        var found = await DraftFiles.ReadAsync(newsletter, issue.Ref, cancellationToken);

        // A file without a row is a draft whose row was lost in a crash, or that was cancelled: its text is kept.
        if (found is not null)
            issue = Adopted(DraftReader.Read(path, found, issue));

        return await WriteAsync(task, issue, found, isNew: true, cancellationToken);
    }

    private async Task<ComposeOutcome> ExtendAsync(DraftTask task, Issue draft, CancellationToken cancellationToken)
    {
        var path = DraftFiles.PathOf(task.Newsletter, draft.Ref);
        var text = await DraftFiles.ReadAsync(task.Newsletter, draft.Ref, cancellationToken)
            ?? throw DraftReader.Missing(path, draft.Ref);
        if (task.Candidates.Count == 0)
            return new ComposeOutcome.Drafted(draft, path, IsNew: false, Added: 0, Merged: 0);

        // Title and days stay as they are in the file, where they may be the editor's by now.
        var issue = draft with { CutOff = task.Now > draft.CutOff ? task.Now : draft.CutOff };
        return await WriteAsync(task, issue, text, isNew: false, cancellationToken);
    }

    private async Task<ComposeOutcome.Drafted> WriteAsync(
        DraftTask task, Issue issue, string? found, bool isNew, CancellationToken cancellationToken)
    {
        var (newsletter, candidates) = (task.Newsletter, task.Candidates);
        var text = found ?? DraftHead.Of(issue, newsletter, DraftWords.For(newsletter.Language));
        var document = IssueMarkdown.Parse(text);
        var content = new DraftContent(document);
        var grouping = await stories.GroupAsync(newsletter, issue.Ref, candidates, cancellationToken);
        var plan = new DraftPlan(newsletter, task.Now);
        var fresh = plan.Order([.. grouping.Fresh.Where(story => !content.Holds(story))]);
        var (taken, over) = new SectionRoom(document, MostAtOnce).Divide(fresh, task.Include);
        if (taken.Count > 0 || found is null)
        {
            var extended = taken.Count == 0 ? text : plan.Add(text, taken);
            DraftContent.Verify(
                DraftFiles.PathOf(newsletter, issue.Ref), extended, [.. taken.Select(planned => planned.Story)]);
            await ReplaceAsync(newsletter, issue.Ref, found, extended, cancellationToken);
        }

        var waiting = over.Where(planned => !task.Rests(planned))
            .SelectMany(planned => planned.Story.Items)
            .Select(item => item.Id)
            .ToHashSet(StringComparer.Ordinal);
        var offered = candidates.Select(item => item.Id).Where(id => !waiting.Contains(id));
        await stories.SaveAsync(newsletter.Slug, grouping.Without(waiting), cancellationToken);
        await store.SaveDraftAsync(issue, [.. offered], cancellationToken);
        return Outcome(task, issue, isNew, grouping.Fresh.Count(content.HoldsTrace), taken, over);
    }

    /// <param name="known">How many stories the draft tells already.</param>
    private static ComposeOutcome.Drafted Outcome(
        DraftTask task,
        Issue issue,
        bool isNew,
        int known,
        IReadOnlyList<PlannedStory> taken,
        IReadOnlyList<PlannedStory> over)
    {
        var passedOver = over.Sum(planned => planned.Story.Also.Count + 1);
        var merged = task.Candidates.Count - passedOver - taken.Count - known;
        var path = DraftFiles.PathOf(task.Newsletter, issue.Ref);
        return new ComposeOutcome.Drafted(issue, path, isNew, taken.Count, merged)
        {
            PassedOver = [.. over.Select(planned => planned.ToCandidate() with { Rests = task.Rests(planned) })],
            Hints = [.. taken.Where(planned => planned.Route.Hint is not null).Select(Hint)],
        };
    }

    private static string Hint(PlannedStory planned) => $"{planned.Route.Hint}: {planned.Story.Lead.Content.Title}";

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
