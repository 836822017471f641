using System.Globalization;
using Digest.Deliver;

namespace Digest.Benchmarks.Load;

/// <summary>Writes letters of the reference issue from their plan, one after the other.</summary>
internal sealed class WritingLoad(int letters)
{
    private readonly LetterWriter _writer = Testing.Some.LetterWriter();

    public void Run()
    {
        Write(20_000);
        var cpu = Environment.CpuUsage.TotalTime;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var octets = Write(letters);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Print(octets, allocated, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    private long Write(int count)
    {
        var octets = 0L;
        for (var i = 0; i < count; i++)
        {
            using var letter = _writer.Write(
                SampleLetter.Newsletter,
                SampleLetter.Issue,
                "id-of-reader",
                SampleLetter.Reader,
                SampleLetter.MessageId,
                SampleLetter.Date);
            octets += letter.WrittenCount;
        }

        return octets;
    }

    private void Print(long octets, long allocated, double cpu) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"write: {letters} letters of {octets / letters} octets, {octets / cpu / 1e9:0.00} GB per CPU second, "
        + $"{cpu * 1e6 / letters:0.0} us CPU/letter, {(double)allocated / letters:0} octets allocated/letter"));
}
