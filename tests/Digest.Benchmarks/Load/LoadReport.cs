using System.Diagnostics;
using System.Globalization;

namespace Digest.Benchmarks.Load;

/// <summary>Measures one run of this process and prints it in a line that a script can read.</summary>
internal sealed class LoadReport
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _cpu = Process.GetCurrentProcess().TotalProcessorTime;
    private readonly long _allocated = GC.GetTotalAllocatedBytes(precise: true);

    public void Print(string name, int letters)
    {
        var wall = Stopwatch.GetElapsedTime(_started);
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - _allocated;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {letters} letters, {wall.TotalSeconds:0.00} s, {letters / wall.TotalSeconds:0} letters/s, "
            + $"{(cpu - _cpu).TotalMicroseconds / letters:0.0} us CPU/letter "
            + $"({cpu.TotalMicroseconds / letters:0.0} with start-up), "
            + $"{(double)allocated / letters:0} octets allocated/letter, "
            + $"{process.PeakWorkingSet64 / 1048576.0:0} MiB peak"));
    }
}
