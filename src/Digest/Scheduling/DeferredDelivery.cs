using Digest.Model;
using Digest.Run;
using Digest.Web.Runs;
using Microsoft.Extensions.Logging;

namespace Digest.Scheduling;

/// <summary>
/// Takes up issues whose letters are not all final: a mailbox was busy, a server was away, a process died. Which
/// letters are due is the outbox's own knowledge.
/// </summary>
public sealed partial class DeferredDelivery(
    IIssueStore issues, SendIssue send, NewsletterTurns turns, ILogger<DeferredDelivery> logger)
{
    /// <summary>One look at a newsletter. Trouble is logged, never thrown: the next look comes soon.</summary>
    public async Task RunAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        try
        {
            using var turn = await turns.WaitAsync(newsletter.Slug, cancellationToken);
            foreach (var issue in await ListOpenAsync(newsletter, cancellationToken))
                await SendAsync(newsletter, issue, cancellationToken);
        }
        catch (DigestException trouble)
        {
            Log.Later(logger, newsletter.Slug, trouble.Message);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Broke(logger, newsletter.Slug, failure);
        }
    }

    private async Task SendAsync(Newsletter newsletter, Issue issue, CancellationToken cancellationToken)
    {
        var report = await send(newsletter, issue.Ref, cancellationToken);
        if (report.Halted is { } reason)
            Log.Later(logger, newsletter.Slug, reason);
        else if (report.Counts.IsFinal)
            Log.Completed(logger, issue.Ref, report.Counts.Accepted, report.Counts.Audience);
    }

    /// <summary>Oldest first. An issue whose last letters are held for the editor has nothing to send.</summary>
    private async Task<IReadOnlyList<Issue>> ListOpenAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        var open = new List<Issue>();
        foreach (var issue in await issues.ListAsync(newsletter.Slug, cancellationToken))
        {
            if (issue.State != IssueState.Sending)
                continue;

            var counts = await issues.CountLettersAsync(issue.Ref, cancellationToken);
            if (counts.Pending + counts.Transmitting + counts.Deferred > 0)
                open.Insert(0, issue);
        }

        return open;
    }

    private static partial class Log
    {
        [LoggerMessage(8020, LogLevel.Information, "{Issue} is complete: {Accepted} of {Audience} letters accepted")]
        public static partial void Completed(ILogger logger, IssueRef issue, int accepted, int audience);

        [LoggerMessage(8021, LogLevel.Warning, "Letters of {Newsletter} wait: {Reason}")]
        public static partial void Later(ILogger logger, string newsletter, string reason);

        [LoggerMessage(8022, LogLevel.Error, "Delivering what is left of {Newsletter} broke")]
        public static partial void Broke(ILogger logger, string newsletter, Exception failure);
    }
}
