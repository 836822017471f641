using Digest.Mail.Mime;
using Digest.Model;

namespace Digest.Subscribers;

/// <summary>What an editor does with single readers and addresses.</summary>
public sealed class SubscriberDesk(ISubscriberStore subscribers, ISuppressionStore suppressions, TimeProvider clock)
{
    /// <summary>Adds a reader with the editor's word for the consent.</summary>
    public async Task<AddOutcome> AddAsync(
        string newsletter, Mailbox mailbox, string consent, CancellationToken cancellationToken)
    {
        if (mailbox.Name is { } name && Mailbox.NameFault(name) is { } fault)
            throw new DigestException($"The reader {mailbox.Address} {fault}") { ExitCode = 2 };
        if (string.IsNullOrWhiteSpace(consent))
            throw new DigestException("Say where the reader's consent comes from") { ExitCode = 2 };

        var counts = await subscribers.AddAsync([Make(newsletter, mailbox, consent.Trim())], cancellationToken);
        if (counts.Suppressed > 0)
            return AddOutcome.Suppressed;
        return counts.Added > 0 ? AddOutcome.Added : AddOutcome.Known;
    }

    /// <summary>The subscription of an address; null if there is none.</summary>
    public async Task<Subscriber?> FindAsync(
        string newsletter, EmailAddress address, CancellationToken cancellationToken)
    {
        await foreach (var subscriber in subscribers.ListAsync(newsletter, cancellationToken))
        {
            if (subscriber.Mailbox.Address.Key == address.Key)
                return subscriber;
        }

        return null;
    }

    /// <summary>Ends a subscription; false if there is none, or it had ended.</summary>
    public async Task<bool> UnsubscribeAsync(
        string newsletter, EmailAddress address, CancellationToken cancellationToken) =>
        await FindAsync(newsletter, address, cancellationToken) is { } subscriber
        && await subscribers.MoveAsync(
            subscriber.Id, SubscriptionState.Unsubscribed, clock.GetUtcNow(), cancellationToken);

    /// <summary>
    /// Stops all mail to an address, on every newsletter and through every import; false if it was stopped already.
    /// </summary>
    /// <param name="address">Need not be on any list.</param>
    /// <param name="reason">bounce, complaint, manual …</param>
    /// <param name="evidence">What was seen; may be empty.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<bool> SuppressAsync(
        EmailAddress address, string reason, string evidence, CancellationToken cancellationToken) =>
        suppressions.SuppressAsync(
            new Suppression(AddressHash.Of(address), reason, evidence, clock.GetUtcNow()), cancellationToken);

    /// <summary>Allows mail again; false if nothing stopped it.</summary>
    public Task<bool> LiftAsync(EmailAddress address, CancellationToken cancellationToken) =>
        suppressions.LiftAsync(AddressHash.Of(address), cancellationToken);

    private Subscriber Make(string newsletter, Mailbox mailbox, string consent) => new()
    {
        Id = SubscriberIds.New(),
        Newsletter = newsletter,
        Mailbox = mailbox,
        Consent = consent,
        Created = clock.GetUtcNow(),
    };
}
