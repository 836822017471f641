using Digest.Deliver;
using Digest.Model;
using Digest.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Digest.Benchmarks.Load;

/// <summary>
/// Delivery from the claimed batch to the wire: plan, envelope, pool and SMTP, and the answer back in the letter. Only
/// the outbox is left out.
/// </summary>
internal sealed class BatchLoad(LoadOptions load)
{
    private const int BatchSize = 1000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var options = Options.Create(new MailOptions
        {
            Transport = SmtpTransport.Name,
            Smtp =
            {
                Host = load.Host,
                Port = load.Port,
                Security = "none",
                Connections = load.Connections,
                LettersPerConnection = int.MaxValue,
                Chunking = load.Chunking,
            },
        });
        await using var transport = new SmtpTransport(options, TimeProvider.System);
        var sender = new BatchSender(
            transport,
            Some.LetterWriter(),
            new ReturnPaths(null),
            options,
            TimeProvider.System,
            NullLogger<BatchSender>.Instance);
        var letters = Enumerable.Range(0, BatchSize).Select(NewLetter).ToList();

        await SendAsync(sender, letters, "batch, start", Math.Max(1, load.Letters / BatchSize / 5), cancellationToken);
        await SendAsync(sender, letters, "batch", Math.Max(1, load.Letters / BatchSize), cancellationToken);
    }

    private static async Task SendAsync(
        BatchSender sender, List<Letter> letters, string name, int batches, CancellationToken cancellationToken)
    {
        var report = new LoadReport();
        for (var i = 0; i < batches; i++)
        {
            using var batch = new LetterBatch(letters);
            await sender.SendAsync(SampleLetter.Newsletter, SampleLetter.Issue, batch, cancellationToken);
            if (batch.Results().FirstOrDefault(letter => letter.State != LetterState.Accepted) is { } other)
                throw new InvalidOperationException($"letter {other.Id}: {other.State} {other.Reply}");
        }

        report.Print(name, batches * letters.Count);
    }

    private static Letter NewLetter(int number) => new()
    {
        Id = number,
        Issue = SampleLetter.Issue.Issue.Ref,
        SubscriberId = $"{number:x32}",
        Recipient = Some.Mailbox($"reader{number}@sink.example", $"读者 {number}"),
        MessageId = $"1.{number:x16}@news.example",
        State = LetterState.Transmitting,
        Attempts = 1,
    };
}
