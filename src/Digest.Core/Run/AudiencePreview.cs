using Digest.Model;
using Digest.Subscribers;

namespace Digest.Run;

/// <summary>Counts who would get an issue if it were sent now, without moving anything.</summary>
public sealed class AudiencePreview(IIssueStore issues, ISubscriberStore subscribers, ISuppressionStore suppressions)
{
    /// <exception cref="DigestException">There is no such issue, or it is not approved.</exception>
    public async Task<AudienceCount> CountAsync(
        Newsletter newsletter, IssueRef reference, CancellationToken cancellationToken)
    {
        var issue = await issues.FindAsync(reference, cancellationToken);
        if (IssueSending.Refusal(reference, issue) is { } refusal)
            throw new DigestException(refusal);

        // Once the outbox is open its rows are the audience, whoever joined since.
        var letters = await issues.CountLettersAsync(reference, cancellationToken);
        if (letters.Audience == 0)
            return await CountReadersAsync(newsletter, cancellationToken);

        var left = letters.Pending + letters.Transmitting + letters.Deferred;
        return new AudienceCount(left, letters.Suppressed, IsOpen: true);
    }

    private async Task<AudienceCount> CountReadersAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        var stopped = (await suppressions.ListAsync(cancellationToken)).Select(one => one.AddressHash).ToHashSet();
        var (toSend, suppressed) = (0, 0);
        await foreach (var subscriber in subscribers.ListAsync(newsletter.Slug, cancellationToken))
        {
            if (subscriber.State != SubscriptionState.Active)
                continue;
            if (stopped.Contains(AddressHash.Of(subscriber.Mailbox.Address)))
                suppressed++;
            else
                toSend++;
        }

        return new AudienceCount(toSend, suppressed, IsOpen: false);
    }
}
