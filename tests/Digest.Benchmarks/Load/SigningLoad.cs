using System.Diagnostics;
using System.Globalization;
using Digest.Mail.Dkim;
using Digest.Mail.Mime;

namespace Digest.Benchmarks.Load;

/// <summary>
/// Signs letters of the reference issue on some threads for some seconds. Counts against the processor's time as
/// <c>openssl speed</c> does, so that the two can be compared on a machine that is not idle.
/// </summary>
internal sealed class SigningLoad(int threads, int seconds)
{
    private readonly DkimSigner _signer = new(DkimKey.Create("news.example", "s1", 2048));
    private long _count;

    public void Run()
    {
        using var letter = Testing.Some.LetterWriter().Write(
            SampleLetter.Newsletter,
            SampleLetter.Issue,
            "id-of-reader",
            SampleLetter.Reader,
            SampleLetter.MessageId,
            SampleLetter.Date);
        Sign(letter.WrittenMemory, TimeSpan.FromSeconds(1));
        _count = 0;

        var before = Environment.CpuUsage.TotalTime;
        var workers = Enumerable.Range(0, threads)
            .Select(_ => new Thread(() => Sign(letter.WrittenMemory, TimeSpan.FromSeconds(seconds)))).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        Print(letter.WrittenCount, Environment.CpuUsage.TotalTime - before);
    }

    private void Sign(ReadOnlyMemory<byte> letter, TimeSpan time)
    {
        using var output = new PooledBuffer();
        var started = Stopwatch.GetTimestamp();
        var count = 0;
        for (; Stopwatch.GetElapsedTime(started) < time; count++)
        {
            output.Clear();
            _signer.WriteSignature(letter.Span, SampleLetter.Date, output);
        }

        Interlocked.Add(ref _count, count);
    }

    private void Print(int octets, TimeSpan cpu) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"dkim: {threads} threads, letters of {octets} octets, "
        + $"{_count / cpu.TotalSeconds:0} signatures per CPU second, "
        + $"{(double)_count / seconds:0} per second"));
}
