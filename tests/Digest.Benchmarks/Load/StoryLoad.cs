using System.Diagnostics;
using System.Globalization;
using Digest.Compose.Stories;
using Digest.Model;

namespace Digest.Benchmarks.Load;

/// <summary>
/// Groups made-up items of three languages into stories: <c>stories 100000</c>, or 10,000 to 100,000 in one run, so
/// that the growth is seen.
/// </summary>
internal static class StoryLoad
{
    private static readonly int[] Sizes = [10_000, 25_000, 50_000, 100_000];

    public static void Run(string[] args)
    {
        var wanted = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Sizes[^1];
        Measure(2000, isShown: false);
        foreach (var size in Sizes.Where(size => size < wanted).Append(wanted))
            Measure(size, isShown: true);
    }

    private static void Measure(int size, bool isShown)
    {
        var items = StoryItems.Make(size);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes();
        var started = Stopwatch.GetTimestamp();
        var grouping = StoryGrouper.Group(items, [], StoryLedger.Empty);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        var held = GC.GetTotalMemory(forceFullCollection: false) - before;
        if (isShown)
            Print(size, grouping.Fresh.Count, grouping.Comparisons, seconds, allocated, held);
    }

    private static void Print(int size, int stories, long comparisons, double seconds, long allocated, long held) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"stories: {size} items, {stories} stories, {seconds:0.00} s, {size / seconds:0} items/s, "
            + $"{comparisons} comparisons ({(double)comparisons / size:0.0} an item), "
            + $"{allocated / 1048576.0:0} MiB allocated, {held / 1048576.0:0} MiB in use, "
            + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:0} MiB peak"));
}
