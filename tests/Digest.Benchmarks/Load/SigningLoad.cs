using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Digest.Mail.Dkim;
using Digest.Mail.Mime;

namespace Digest.Benchmarks.Load;

/// <summary>
/// Signs letters of the reference issue, cut to a size, on some threads; and by turns the bare RSA operation, and that
/// with the SHA-256 of the letter, which are what no signer can be without. Counts against the processor's time of
/// its threads, as <c>openssl speed</c> does, so that they can be compared on a machine that is not idle.
/// </summary>
internal sealed class SigningLoad(int threads, int seconds, int octets)
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(100);
    private readonly DkimKey _key = DkimKey.Create("news.example", "s1", 2048);
    private byte[] _letter = [];

    public void Run()
    {
        using var letter = Testing.Some.LetterWriter().Write(
            SampleLetter.Newsletter,
            SampleLetter.Issue,
            "id-of-reader",
            SampleLetter.Reader,
            SampleLetter.MessageId,
            SampleLetter.Date);
        var whole = letter.WrittenSpan;
        _letter = octets < whole.Length ? [.. whole[..(whole[..octets].LastIndexOf("\r\n"u8) + 2)]] : whole.ToArray();

        Func<Action>[] kinds = [BareRsa, RsaAndHash, Signature];
        var totals = new (long Count, TimeSpan Time)[kinds.Length];
        foreach (var kind in kinds)
            RunTurn(kind);
        for (var turn = 0; turn < seconds / Turn.TotalSeconds; turn++)
        {
            for (var i = 0; i < kinds.Length; i++)
            {
                var (count, time) = RunTurn(kinds[i]);
                totals[i] = (totals[i].Count + count, totals[i].Time + time);
            }
        }

        Print([.. totals.Select(total => total.Count / total.Time.TotalSeconds)]);
    }

    private (long Count, TimeSpan Time) RunTurn(Func<Action> kind)
    {
        var results = new (long Count, TimeSpan Time)[threads];
        var workers = Enumerable.Range(0, threads)
            .Select(i => new Thread(() => results[i] = Repeat(kind()))).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return (results.Sum(result => result.Count), TimeSpan.FromTicks(results.Sum(result => result.Time.Ticks)));
    }

    private static (long Count, TimeSpan Time) Repeat(Action work)
    {
        work();
        var before = ThreadTime.Now();
        var count = 0L;
        for (; ThreadTime.Now() - before < Turn; count++)
            work();
        return (count, ThreadTime.Now() - before);
    }

    private Action BareRsa()
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(_key.ExportPem());
        byte[] hash = new byte[32], signature = new byte[256];
        return () => rsa.SignHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private Action RsaAndHash()
    {
        var sign = BareRsa();
        var hash = new byte[32];
        return () =>
        {
            SHA256.HashData(_letter, hash);
            sign();
        };
    }

    private Action Signature()
    {
        var signer = new DkimSigner(_key);
        var output = new ArrayBufferWriter<byte>(1024);
        return () =>
        {
            output.ResetWrittenCount();
            signer.WriteSignature(_letter, SampleLetter.Date, output);
        };
    }

    private void Print(double[] rates) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"dkim: {threads} threads, letters of {_letter.Length} octets, per CPU second: bare RSA {rates[0]:0}, "
        + $"with SHA-256 {rates[1]:0}, signatures {rates[2]:0}: {rates[2] / rates[0]:0.0%} of bare RSA, "
        + $"{1e6 / rates[2] - 1e6 / rates[1]:0.0} us beside both"));
}
