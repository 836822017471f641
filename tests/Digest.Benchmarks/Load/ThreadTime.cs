using System.Runtime.InteropServices;

namespace Digest.Benchmarks.Load;

/// <summary>The processor's time of the calling thread, to the nanosecond, without what the runtime does beside it.
/// </summary>
internal static class ThreadTime
{
    private const int OfThread = 3;

    public static TimeSpan Now()
    {
        var time = new long[2];
        _ = GetTime(OfThread, time);
        return TimeSpan.FromSeconds(time[0]) + TimeSpan.FromMicroseconds(time[1] / 1000.0);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetTime(int clock, [Out] long[] secondsAndNanoseconds);
}
