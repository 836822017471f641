using System.Buffers;
using Digest.Deliver;
using Digest.Mail.Dkim;
using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Digest.Testing;

namespace Digest.Benchmarks.Load;

/// <summary>
/// The mail engine as delivery uses it, without the ledger: every letter is written from the issue's plan with its
/// reader's own To, Message-ID and unsubscribe link, signed if asked for, and handed to the pool.
/// </summary>
internal sealed class EngineSender(LoadOptions load)
{
    private const int Readers = 10_000;
    private const int Warm = 2_000;
    private const int SignatureLength = 2048;

    // As delivery does: with fewer the connections would wait for the writing of letters.
    private const int PerConnection = 3;

    private static readonly EmailAddress Sender = EmailAddress.Parse("bounce@news.example");
    private readonly LetterWriter _writer = Some.LetterWriter();
    private readonly DkimSigner? _signer =
        load.Dkim ? new DkimSigner(DkimKey.Create("news.example", "s1", 2048)) : null;

    private readonly Reader[] _readers = [.. Enumerable.Range(0, Readers).Select(NewReader)];
    private int _next;
    private int _last;

    /// <summary>Octets of a letter.</summary>
    public int Size
    {
        get
        {
            using var letter = Write(_readers[0]);
            return letter.WrittenCount;
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var endpoint = new SmtpEndpoint
        {
            Host = load.Host,
            Port = load.Port,
            Security = SmtpSecurity.None,
            ClientName = "load.example",
            Chunking = load.Chunking,
        };
        var limits = new SmtpPoolLimits { Connections = load.Connections, MessagesPerConnection = int.MaxValue };
        await using var pool = new SmtpPool(endpoint, limits, TimeProvider.System);

        var warming = new LoadReport();
        await SendAsync(pool, Math.Min(Warm, load.Letters / 2), cancellationToken);
        warming.Print("engine, start", _last);
        for (var left = load.Letters - _last; left > 0;)
        {
            var count = load.Stretch > 0 ? Math.Min(load.Stretch, left) : left;
            var report = new LoadReport();
            await SendAsync(pool, count, cancellationToken);
            report.Print("engine", count);
            left -= count;
        }
    }

    private Task SendAsync(SmtpPool pool, int count, CancellationToken cancellationToken)
    {
        _last += count;
        var callers = Enumerable.Range(0, load.Connections * PerConnection);
        return Task.WhenAll(callers.Select(_ => Task.Run(() => CallAsync(pool, cancellationToken), cancellationToken)));
    }

    private async Task CallAsync(SmtpPool pool, CancellationToken cancellationToken)
    {
        while (TryNext(out var number))
        {
            var reader = _readers[number % Readers];
            using var letter = Write(reader);
            var outcome = await pool.SendAsync(reader.Envelope, letter.WrittenMemory, cancellationToken);
            if (outcome is not SmtpSendOutcome.Answered { IsAccepted: true })
                throw new InvalidOperationException($"letter {number}: {outcome}");
        }
    }

    private bool TryNext(out int number)
    {
        do
            number = Volatile.Read(ref _next);
        while (number < _last && Interlocked.CompareExchange(ref _next, number + 1, number) != number);
        return number < _last;
    }

    private PooledBuffer Write(Reader reader)
    {
        var letter = _writer.Write(
            SampleLetter.Newsletter, SampleLetter.Issue, reader.Id, reader.Mailbox, reader.MessageId, SampleLetter.Date);
        if (_signer is null)
            return letter;

        using (letter)
        {
            var signed = new PooledBuffer(letter.WrittenCount + SignatureLength);
            _signer.WriteSignature(letter.WrittenSpan, SampleLetter.Date, signed);
            signed.Write(letter.WrittenSpan);
            return signed;
        }
    }

    private static Reader NewReader(int number)
    {
        var mailbox = Some.Mailbox($"reader{number}@sink.example", $"读者 {number}");
        return new Reader(
            $"{number:x32}", mailbox, $"1.{number:x16}@news.example", new SmtpEnvelope(Sender, mailbox.Address));
    }

    private sealed record Reader(string Id, Mailbox Mailbox, string MessageId, SmtpEnvelope Envelope);
}
