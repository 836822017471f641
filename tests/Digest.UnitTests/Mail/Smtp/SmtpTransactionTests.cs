using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp;

public sealed class SmtpTransactionTests
{
    private static readonly SmtpEnvelope Envelope =
        new(EmailAddress.Parse("a@x.example"), EmailAddress.Parse("b@x.example"));

    private readonly List<SmtpTransaction> _retired = [];

    [Fact]
    public async Task It_can_be_used_again_once_its_outcome_was_read()
    {
        var transaction = new SmtpTransaction(_retired.Add);
        for (var i = 0; i < 3; i++)
        {
            var outcome = transaction.Begin(Envelope, default, default, CancellationToken.None);
            transaction.Settle(new SmtpSendOutcome.Broken($"{i}"));
            Assert.Equal(new SmtpSendOutcome.Broken($"{i}"), await outcome);
        }

        Assert.Equal(3, _retired.Count);
    }

    [Fact]
    public async Task Cancelled_while_it_waits_it_is_over_and_never_used_again()
    {
        using var stop = new CancellationTokenSource();
        var transaction = new SmtpTransaction(_retired.Add);
        var outcome = transaction.Begin(Envelope, default, default, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(async () => await outcome);
        Assert.True(transaction.IsAbandoned);
        Assert.Empty(_retired);
    }

    [Fact]
    public async Task An_outcome_after_the_cancellation_of_a_waiting_one_changes_nothing()
    {
        using var stop = new CancellationTokenSource();
        var transaction = new SmtpTransaction(_retired.Add);
        var outcome = transaction.Begin(Envelope, default, default, stop.Token);
        await stop.CancelAsync();
        transaction.Settle(new SmtpSendOutcome.Broken("late"));

        await Assert.ThrowsAsync<OperationCanceledException>(async () => await outcome);
    }

    [Fact]
    public async Task The_first_outcome_stands()
    {
        var transaction = new SmtpTransaction(_retired.Add);
        var outcome = transaction.Begin(Envelope, default, default, CancellationToken.None);
        transaction.Settle(new SmtpSendOutcome.Broken("first"));
        transaction.Settle(new SmtpSendOutcome.Unknown("second"));

        Assert.Equal(new SmtpSendOutcome.Broken("first"), await outcome);
    }
}
