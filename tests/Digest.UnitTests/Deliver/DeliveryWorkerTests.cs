using Digest.Deliver;
using Digest.Model;
using Digest.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.UnitTests.Deliver;

public sealed class DeliveryWorkerTests
{
    private static readonly DeliveryOutcome Accepted = new DeliveryOutcome.Accepted("250 ok");
    private static readonly DeliveryOutcome Busy = new DeliveryOutcome.Deferred("450 4.2.1 busy");
    private static readonly DeliveryOutcome Gone = new DeliveryOutcome.Failed("550 5.1.1 no such user");
    private static readonly DeliveryOutcome Refused = new DeliveryOutcome.Halted("535 wrong password");
    private static readonly DeliveryOutcome Lost = new DeliveryOutcome.Unknown("cut off");

    private readonly TestClock _clock = new();
    private readonly InMemoryOutboxStore _outbox = new("a@x.example", "b@x.example", "c@x.example");
    private readonly MailOptions _options = new();

    [Fact]
    public async Task Every_reader_gets_the_letter_once_and_the_issue_is_sent()
    {
        var transport = new ScriptedTransport();
        await RunAsync(transport);
        var report = await RunAsync(transport);

        Assert.Equal(3, transport.Mails.Count);
        Assert.Equal(3, report.Counts.Accepted);
        Assert.Equal(IssueState.Sent, _outbox.State);
    }

    [Fact]
    public async Task Busy_mailbox_is_tried_again_after_the_first_wait()
    {
        var transport = new ScriptedTransport(Busy, Accepted);
        await RunAsync(transport);
        Assert.Equal(LetterState.Deferred, _outbox.LetterTo("a@x.example").State);
        Assert.Equal(3, transport.Mails.Count);

        _clock.Advance(TimeSpan.FromMinutes(11));
        var report = await RunAsync(transport);

        Assert.Equal(3, report.Counts.Accepted);
        Assert.Equal(4, transport.Mails.Count);
    }

    [Fact]
    public async Task Reader_that_stays_busy_is_given_up_with_the_last_reply()
    {
        var transport = new ScriptedTransport(Busy);
        for (var tries = 0; tries < 30; tries++, _clock.Advance(TimeSpan.FromHours(4)))
            await RunAsync(transport);

        var letter = _outbox.LetterTo("a@x.example");
        Assert.Equal(LetterState.Failed, letter.State);
        Assert.Contains("450 4.2.1 busy", letter.Reply, StringComparison.Ordinal);
        Assert.Equal(IssueState.Sent, _outbox.State);
    }

    [Fact]
    public async Task Refused_reader_does_not_stop_the_others()
    {
        var report = await RunAsync(new ScriptedTransport(Gone, Accepted));

        Assert.Equal((1, 2, 3), (report.Counts.Failed, report.Counts.Accepted, report.Counts.Audience));
        Assert.Null(report.Halted);
        Assert.Equal(
            new LetterAnswer(LetterState.Failed, "550 5.1.1 no such user", 1, null), Assert.Single(report.Answers));
    }

    [Fact]
    public async Task Refused_sender_stops_the_run_and_blames_no_reader()
    {
        var transport = new ScriptedTransport(Accepted, Refused);
        var report = await RunAsync(transport);

        Assert.Equal("535 wrong password", report.Halted);
        Assert.Equal((1, 2), (report.Counts.Accepted, report.Counts.Pending));
        Assert.Equal(2, transport.Mails.Count);
        Assert.Equal([0, 0], _outbox.Letters.Skip(1).Select(letter => letter.Attempts));
    }

    [Fact]
    public async Task Letter_that_was_taken_back_is_as_if_it_had_never_begun()
    {
        var report = await RunAsync(new ScriptedTransport(Refused, new DeliveryOutcome.Recalled())
        {
            LettersAtOnce = 3,
            Before = Together(3),
        });

        Assert.Equal((3, "535 wrong password"), (report.Counts.Pending, report.Halted));
        Assert.All(_outbox.Letters, letter => Assert.Equal((0, null), (letter.Attempts, letter.NextTry)));
    }

    [Fact]
    public async Task Suppressed_readers_get_nothing_and_are_counted()
    {
        _outbox.Suppressed.Add("b@x.example");
        var transport = new ScriptedTransport();
        var report = await RunAsync(transport);

        Assert.DoesNotContain(transport.Mails, mail => mail.Recipient.Value == "b@x.example");
        Assert.Equal((2, 1, 3), (report.Counts.Accepted, report.Counts.Suppressed, report.Counts.Audience));
    }

    [Fact]
    public async Task Letter_of_unknown_fate_is_sent_once_more_with_the_same_message_id()
    {
        var transport = new ScriptedTransport(Lost, Accepted);
        await RunAsync(transport);
        _clock.Advance(TimeSpan.FromMinutes(11));
        var report = await RunAsync(transport);

        Assert.Equal(3, report.Counts.Accepted);
        Assert.Equal(MessageId(transport.Mails[0]), MessageId(transport.Mails[3]));
    }

    [Fact]
    public async Task Letter_lost_twice_is_held_for_the_editor_even_if_it_was_busy_between()
    {
        var transport = new ScriptedTransport(Lost, Accepted, Accepted, Busy, Lost);
        for (var run = 0; run < 4; run++, _clock.Advance(TimeSpan.FromHours(4)))
            await RunAsync(transport);

        Assert.Equal(LetterState.Uncertain, _outbox.LetterTo("a@x.example").State);
        Assert.Equal(IssueState.Sending, _outbox.State);
        Assert.Equal(5, transport.Mails.Count);
    }

    [Fact]
    public async Task Policy_may_hold_a_letter_of_unknown_fate_at_once()
    {
        _options.Uncertain = "hold";
        var report = await RunAsync(new ScriptedTransport(Lost, Accepted));

        Assert.Equal((1, 2), (report.Counts.Uncertain, report.Counts.Accepted));
    }

    [Fact]
    public async Task Told_to_stop_it_records_what_is_in_flight_and_puts_the_rest_back()
    {
        using var stop = new CancellationTokenSource();
        var transport = new ScriptedTransport { Before = (_, _) => stop.CancelAsync() };
        var report = await RunUntilAsync(transport, stop.Token);

        Assert.Equal((1, 2, 3), (report.Counts.Accepted, report.Counts.Pending, report.Counts.Audience));
        Assert.NotNull(report.Halted);
        Assert.Equal(0, _outbox.LetterTo("b@x.example").Attempts);
    }

    [Fact]
    public async Task Letter_that_does_not_drain_in_time_is_of_unknown_fate()
    {
        using var stop = new CancellationTokenSource();
        _options.DrainSeconds = 0;
        var transport = new ScriptedTransport
        {
            Before = async (_, token) =>
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
            },
        };
        await RunUntilAsync(transport, stop.Token);

        Assert.Equal(LetterState.Deferred, _outbox.LetterTo("a@x.example").State);
        Assert.StartsWith("fate unknown", _outbox.LetterTo("a@x.example").Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bug_in_a_transport_loses_no_answer_that_was_given()
    {
        var isGiven = new TaskCompletionSource();
        var transport = new ScriptedTransport
        {
            LettersAtOnce = 3,
            Before = async (mail, _) =>
            {
                if (mail.Recipient.Value == "a@x.example")
                    isGiven.SetResult();
                await isGiven.Task;
                if (mail.Recipient.Value == "b@x.example")
                    throw new InvalidOperationException("bug");
            },
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(transport));

        Assert.Equal(LetterState.Accepted, _outbox.LetterTo("a@x.example").State);
        Assert.Equal(LetterState.Transmitting, _outbox.LetterTo("b@x.example").State);
    }

    [Fact]
    public async Task Letters_are_recorded_batch_by_batch()
    {
        _options.BatchSize = 1;
        await RunAsync(new ScriptedTransport());

        Assert.Equal(3, _outbox.Records);
    }

    [Fact]
    public async Task Audience_of_nobody_is_sent_at_once()
    {
        var outbox = new InMemoryOutboxStore();
        var report = await Worker(outbox, new ScriptedTransport()).RunAsync(
            Some.Newsletter(), Some.IssueToSend(), new Progress<LetterCounts>(), CancellationToken.None);

        Assert.Equal((0, IssueState.Sent), (report.Counts.Audience, outbox.State));
    }

    /// <summary>Lets none be answered before so many are under way.</summary>
    private static Func<OutgoingMail, CancellationToken, Task> Together(int count)
    {
        var all = new TaskCompletionSource();
        return (_, _) =>
        {
            if (Interlocked.Decrement(ref count) == 0)
                all.SetResult();
            return all.Task;
        };
    }

    private Task<DeliveryReport> RunAsync(ScriptedTransport transport) =>
        RunUntilAsync(transport, CancellationToken.None);

    private Task<DeliveryReport> RunUntilAsync(ScriptedTransport transport, CancellationToken cancellationToken) =>
        Worker(_outbox, transport).RunAsync(
            Some.Newsletter(), Some.IssueToSend(), new Progress<LetterCounts>(), cancellationToken);

    private DeliveryWorker Worker(InMemoryOutboxStore outbox, ScriptedTransport transport)
    {
        var options = Options.Create(_options);
        var sender = new BatchSender(
            transport, Some.LetterWriter(), new ReturnPaths(null), options, _clock, NullLogger<BatchSender>.Instance);
        return new DeliveryWorker(
            outbox, sender, options, Options.Create(new PathsOptions()), _clock, NullLogger<DeliveryWorker>.Instance);
    }

    private static string MessageId(OutgoingMail mail) => System.Text.Encoding.UTF8.GetString(mail.Message.Span)
        .Split("\r\n").Single(line => line.StartsWith("Message-ID:", StringComparison.Ordinal));
}
