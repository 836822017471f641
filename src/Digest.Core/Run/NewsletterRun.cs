using Digest.Compose;
using Digest.Deliver;
using Digest.Gather;
using Digest.Markup;
using Digest.Model;
using Digest.Publish;
using Digest.Subscribers;

namespace Digest.Run;

/// <summary>
/// The whole job for one newsletter: gather, draft, (approve,) publish, deliver. Safe to run again at any point: every
/// stage moves durable state, so a run that died is continued by the next one. Issues that an earlier run (or an
/// editor) left Approved or Sending are delivered too, the oldest first.
/// </summary>
public sealed class NewsletterRun(
    RunLock runLock,
    AudienceSync audience,
    Gatherer gatherer,
    Composer composer,
    IssueApproval approval,
    Publisher publisher,
    IssueSending sending,
    IIssueStore issues)
{
    /// <param name="at">The moment the run takes for now.</param>
    /// <param name="progress">Told of stages, sources and letters as they come.</param>
    public Task<RunReport> RunAsync(
        Newsletter newsletter, DateTimeOffset at, IProgress<RunEvent> progress, CancellationToken cancellationToken) =>
        RunAsync(newsletter, at, RunScope.Whole, progress, cancellationToken);

    /// <summary>
    /// Some of the stages only. What an operator can mend ends as the report's error, not as an exception.
    /// </summary>
    public async Task<RunReport> RunAsync(
        Newsletter newsletter,
        DateTimeOffset at,
        RunScope scope,
        IProgress<RunEvent> progress,
        CancellationToken cancellationToken)
    {
        var journal = new RunJournal(newsletter, at, scope, progress);
        try
        {
            using var held = runLock.Take(newsletter);
            await GatherAsync(held, journal, cancellationToken);
            await DraftAsync(held, journal, cancellationToken);
            await ApproveAsync(held, journal, cancellationToken);
            await DeliverAsync(held, journal, cancellationToken);
            await RefreshIssueAsync(journal);
            return journal.Finished();
        }
        catch (Exception error) when (Outage.From(error) is { } outage)
        {
            return journal.Failed(outage.Message);
        }
    }

    private async Task GatherAsync(HeldNewsletter held, RunJournal journal, CancellationToken cancellationToken)
    {
        if (!journal.Begin(RunStage.Gather))
            return;

        var relay = new RelayProgress<SourceResult>(journal.Progress, result => new RunEvent.SourceRead(result));
        var report = await gatherer.RunAsync(
            held.Newsletter, journal.Report.Now, journal.Scope.Sources, relay, cancellationToken);
        journal.Report = journal.Report with { Gather = report };
    }

    private async Task DraftAsync(HeldNewsletter held, RunJournal journal, CancellationToken cancellationToken)
    {
        if (!journal.Begin(RunStage.Draft))
            return;

        var outcome = await composer.DraftAsync(
            held.Newsletter, journal.Report.Now, journal.Scope.Include, cancellationToken);
        journal.Report = journal.Report with { Compose = outcome };
        if (outcome is not ComposeOutcome.Drafted drafted)
            return;

        var text = await DraftFiles.ReadAsync(held.Newsletter, drafted.Issue.Ref, cancellationToken);
        journal.Report = journal.Report with
        {
            Issue = drafted.Issue,
            Sections = text is null ? [] : SectionCounts.Of(IssueMarkdown.Parse(text)),
        };
    }

    private async Task ApproveAsync(HeldNewsletter held, RunJournal journal, CancellationToken cancellationToken)
    {
        var isDue = held.Newsletter.Approve == Approval.Automatic && journal.Report.Compose is ComposeOutcome.Drafted;
        if (!isDue || !journal.Begin(RunStage.Approve))
            return;

        var reference = journal.Report.Issue!.Ref;
        var outcome = await approval.ApproveAsync(held, reference, journal.Report.Now, despite: [], cancellationToken);
        journal.Report = outcome switch
        {
            ApprovalOutcome.Frozen frozen => WithIssue(journal.Report, frozen.Content) with { Lint = frozen.Found },
            ApprovalOutcome.KnownAlready known => WithIssue(journal.Report, known.Content),
            ApprovalOutcome.Refused refused => journal.Report with { Lint = refused.Found },
            _ => journal.Report,
        };
    }

    private static RunReport WithIssue(RunReport report, FrozenIssue content) =>
        report with { Issue = content.Issue, Sections = SectionCounts.Of(content) };

    private async Task DeliverAsync(HeldNewsletter held, RunJournal journal, CancellationToken cancellationToken)
    {
        if (!journal.Scope.Holds(RunStage.Deliver))
            return;

        // Every run imports the list, so that a reader who was added to the file gets what is sent next.
        var imported = await audience.RunAsync(held.Newsletter, cancellationToken);
        journal.Report = journal.Report with { Audience = imported };
        var open = await ListOpenAsync(held.Newsletter, cancellationToken);
        if (open.Count == 0)
            return;

        journal.Begin(RunStage.Publish);
        journal.Report = journal.Report with
        {
            Publish = await publisher.PublishAsync(held.Newsletter, cancellationToken),
        };
        journal.Begin(RunStage.Deliver);
        foreach (var issue in open)
            await DeliverAsync(held, journal, issue, cancellationToken);
    }

    private async Task<IReadOnlyList<Issue>> ListOpenAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        var all = await issues.ListAsync(newsletter.Slug, cancellationToken);
        return
        [
            .. all
                .Where(issue => !issue.Imported && issue.State is IssueState.Approved or IssueState.Sending)
                .Reverse(),
        ];
    }

    private async Task DeliverAsync(
        HeldNewsletter held, RunJournal journal, Issue issue, CancellationToken cancellationToken)
    {
        // A refused sender is refused for every issue: the later ones wait for the next run.
        if (journal.Report.Delivery?.Halted is not null)
            return;

        var relay = new RelayProgress<LetterCounts>(journal.Progress, counts => new RunEvent.LettersMoved(counts));
        var delivery = await sending.SendAsync(held, issue.Ref, relay, cancellationToken);
        journal.Report = journal.Report with
        {
            Earlier = Earlier(journal.Report),
            Issue = issue,
            Delivery = delivery,
        };
    }

    private static IReadOnlyList<EarlierDelivery> Earlier(RunReport report) =>
        report is { Delivery: { } delivery, Issue: { } issue }
            ? [.. report.Earlier, new EarlierDelivery(issue.Ref, delivery)]
            : report.Earlier;

    private async Task RefreshIssueAsync(RunJournal journal)
    {
        if (journal.Report.Issue is not { } issue)
            return;

        // A run that was told to stop while it delivered still reports what it came to.
        var now = await issues.FindAsync(issue.Ref, CancellationToken.None);
        journal.Report = journal.Report with { Issue = now ?? issue };
    }
}
