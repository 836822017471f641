using System.Collections.Concurrent;
using Digest.Deliver;

namespace Digest.Testing;

/// <summary>A transport that answers from a list, the last answer for ever, and keeps what it was given.</summary>
public sealed class ScriptedTransport(params DeliveryOutcome[] outcomes) : IMailTransport
{
    private readonly ConcurrentQueue<OutgoingMail> _mails = new();
    private int _next = -1;

    public IReadOnlyList<OutgoingMail> Mails => [.. _mails];

    /// <summary>Runs before each answer: to cancel, to wait, to throw.</summary>
    public Func<OutgoingMail, CancellationToken, Task> Before { get; init; } = (_, _) => Task.CompletedTask;

    public int LettersAtOnce { get; init; } = 1;

    public async Task<DeliveryOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        // The memory of the message is the sender's again as soon as this ends.
        _mails.Enqueue(mail with { Message = mail.Message.ToArray(), Memory = null });
        await Before(mail, cancellationToken);
        if (outcomes.Length == 0)
            return new DeliveryOutcome.Accepted("250 ok");

        return outcomes[Math.Min(Interlocked.Increment(ref _next), outcomes.Length - 1)];
    }
}
