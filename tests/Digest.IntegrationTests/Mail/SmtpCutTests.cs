using System.Text;
using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>
/// Connections that die at any octet, letters that are refused, taken back and cancelled, all by chance from a seed:
/// what the sender believes of each letter must agree with what the server took.
/// </summary>
public sealed class SmtpCutTests
{
    private const int Runs = 300;
    private const int Letters = 10;
    private const int Block = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly EmailAddress Sender = EmailAddress.Parse("weekly@news.example");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_letter_has_one_outcome_that_agrees_with_what_the_server_took()
    {
        using var certificate = TestCertificate.For();
        var seen = new HashSet<string>();
        for (var seed = 0; seed < Runs; seed++)
        {
            var chance = new Random(seed);
            var script = Script(chance) with { Certificate = chance.Next(6) == 0 ? certificate : null };
            await using var server = new FakeSmtpServer(script);
            var cuts = new Random(seed);
            await using var relay = new CuttingRelay(server.Port, () => Cut.Random(cuts));
            var fates = await SendAsync(Endpoint(relay, script, chance), chance).WaitAsync(Patience, Token);
            await server.QuietAsync();

            for (var i = 0; i < Letters; i++)
                AssertAgrees($"seed {seed}, letter {i}", fates[i], Taken(server, i));
            seen.UnionWith(fates.Select(NameOf));
        }

        // Chance that brings only one kind of fate would prove nothing.
        HashSet<string> all =
            ["Accepted", "Answered", "Broken", "NotConnected", "Unknown", "Recalled", "Cancelled"];
        Assert.Superset(all, seen);
    }

    private static async Task<SmtpSendOutcome?[]> SendAsync(SmtpEndpoint endpoint, Random chance)
    {
        var limits = new SmtpPoolLimits
        {
            Connections = chance.Next(1, 4),
            MessagesPerConnection = chance.Next(1, 8),
            Pause = TimeSpan.FromSeconds(chance.Next(2) * 30),
        };
        await using var pool = new SmtpPool(endpoint, limits, TimeProvider.System);
        using var recall = new CancellationTokenSource();
        using var cancel = new CancellationTokenSource();
        var sends = Enumerable.Range(0, Letters)
            .Select(i => SendAsync(pool, i, Message(i, chance), recall.Token, cancel.Token)).ToList();
        if (chance.Next(4) == 0)
            await Task.WhenAny(sends);
        if (chance.Next(5) == 0)
            await recall.CancelAsync();
        if (chance.Next(5) == 0)
            await cancel.CancelAsync();
        return await Task.WhenAll(sends);
    }

    /// <summary>Null if it was cancelled.</summary>
    private static async Task<SmtpSendOutcome?> SendAsync(
        SmtpPool pool, int number, byte[] message, CancellationToken recall, CancellationToken cancel)
    {
        var envelope = new SmtpEnvelope(Sender, EmailAddress.Parse($"reader{number}@example.com"));
        try
        {
            return await pool.SendAsync(envelope, message, new SmtpRecall(null, recall), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private static void AssertAgrees(string where, SmtpSendOutcome? fate, int taken)
    {
        var agrees = fate switch
        {
            SmtpSendOutcome.Answered { IsAccepted: true } => taken == 1,
            SmtpSendOutcome.Unknown or null => taken <= 1,
            _ => taken == 0,
        };
        Assert.True(agrees, $"{where}: {fate?.ToString() ?? "cancelled"}, and the server took {taken}");
    }

    private static FakeSmtpScript Script(Random chance)
    {
        var isBusy = chance.Next(4) == 0;
        List<string> features = ["8BITMIME"];
        if (chance.Next(4) > 0)
            features.Add("PIPELINING");
        if (chance.Next(3) == 0)
            features.Add("CHUNKING");
        return new FakeSmtpScript
        {
            Features = features,
            Answer = line => isBusy && line.Contains("reader3@", StringComparison.Ordinal) ? "450 4.2.1 busy" : null,
        };
    }

    private static SmtpEndpoint Endpoint(CuttingRelay relay, FakeSmtpScript script, Random chance) => new()
    {
        Host = "127.0.0.1",
        Port = relay.Port,
        Security = script.Certificate is null ? SmtpSecurity.None : SmtpSecurity.Required,
        TrustedRoots = script.Certificate is { } certificate ? [certificate] : null,
        Chunking = chance.Next(2) == 0,
    };

    /// <summary>Most are short; a long one goes out in blocks.</summary>
    private static byte[] Message(int number, Random chance)
    {
        var length = chance.Next(200) == 0 ? Block + chance.Next(Block) : chance.Next(800);
        return Encoding.ASCII.GetBytes($"Subject: number {number}\r\n\r\n.{new string('x', length)}\r\n");
    }

    private static int Taken(FakeSmtpServer server, int number)
    {
        var start = Encoding.ASCII.GetBytes($"Subject: number {number}\r\n");
        return server.Messages.Count(message => message.AsSpan().StartsWith(start));
    }

    private static string NameOf(SmtpSendOutcome? fate) => fate switch
    {
        null => "Cancelled",
        SmtpSendOutcome.Answered { IsAccepted: true } => "Accepted",
        _ => fate.GetType().Name,
    };
}
