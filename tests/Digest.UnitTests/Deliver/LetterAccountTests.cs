using Digest.Deliver;
using Digest.Model;
using Digest.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.UnitTests.Deliver;

/// <summary>Whatever a transport answers, in whatever order, the letters of an issue sum to its audience.</summary>
public sealed class LetterAccountTests
{
    private static readonly DeliveryOutcome[] Outcomes =
    [
        new DeliveryOutcome.Accepted("250"), new DeliveryOutcome.Deferred("450"), new DeliveryOutcome.Failed("550"),
        new DeliveryOutcome.Halted("535"), new DeliveryOutcome.Unknown("cut"),
    ];

    [Fact]
    public void Letters_always_sum_to_the_audience() => Prop
        .ForAll<byte[]>(async choices =>
        {
            string[] readers = [.. (choices ?? []).Select((_, i) => $"r{i}@x.example")];
            var transport = new ScriptedTransport([.. (choices ?? []).Select(choice => Outcomes[choice % 5])]);
            var report = await RunAsync(new InMemoryOutboxStore(readers), transport);

            Assert.Equal(readers.Length, report.Counts.Audience);
            Assert.Equal(0, report.Counts.Transmitting);
            Assert.True(transport.Mails.Count <= readers.Length);
        })
        .QuickCheckThrowOnFailure();

    private static Task<DeliveryReport> RunAsync(InMemoryOutboxStore outbox, ScriptedTransport transport)
    {
        var options = Options.Create(new MailOptions { BatchSize = 3 });
        var clock = new TestClock();
        var sender = new BatchSender(
            transport, Some.LetterWriter(), new ReturnPaths(null), options, clock, NullLogger<BatchSender>.Instance);
        var worker = new DeliveryWorker(
            outbox, sender, options, Options.Create(new PathsOptions()), clock, NullLogger<DeliveryWorker>.Instance);
        return worker.RunAsync(
            Some.Newsletter(), Some.IssueToSend(), new Progress<LetterCounts>(), CancellationToken.None);
    }
}
