using System.Runtime.InteropServices;

namespace Digest.Benchmarks.Load;

/// <summary>
/// Runs under load, of the mail engine: <c>sink</c> beside <c>raw</c>, <c>smtp</c> or <c>batch</c>; <c>write</c> and
/// <c>dkim</c> alone; <c>gather</c> reads feeds from a server of its own, <c>stories</c> joins items to stories,
/// <c>feeds DIR</c> reads every feed below a folder.
/// </summary>
internal static class LoadVerbs
{
    /// <summary>False if the words name no load run.</summary>
    public static async Task<bool> TryRunAsync(string[] args, CancellationToken cancellationToken)
    {
        switch (args.FirstOrDefault())
        {
            case "sink":
                Sink(args);
                return true;
            case "raw":
                Raw(args);
                return true;
            case "write":
                new WritingLoad(LoadOptions.Number(args, "--letters", 200_000)).Run();
                return true;
            case "dkim":
                Sign(args);
                return true;
            case "feeds":
                new FeedLoad(args[1], LoadOptions.Number(args, "--seconds", 5)).Run();
                return true;
            case "smtp":
                await new EngineSender(LoadOptions.Parse(args)).RunAsync(cancellationToken);
                return true;
            case "batch":
                await new BatchLoad(LoadOptions.Parse(args)).RunAsync(cancellationToken);
                return true;
            case "gather":
                await Gather(args).RunAsync(cancellationToken);
                return true;
            case "stories":
                StoryLoad.Run(args);
                return true;
            case "size":
                Console.WriteLine(new EngineSender(LoadOptions.Parse(args)).Size);
                return true;
            default:
                return false;
        }
    }

    private static GatherLoad Gather(string[] args) => new(
        LoadOptions.Number(args, "--feeds", 1000),
        LoadOptions.Number(args, "--latency", 20),
        LoadOptions.Number(args, "--per-host", 16),
        keepsAnswers: !args.Contains("--no-answers"));

    private static void Sign(string[] args) =>
        new SigningLoad(
            LoadOptions.Number(args, "--threads", 1),
            LoadOptions.Number(args, "--seconds", 3),
            LoadOptions.Number(args, "--octets", 30_000)).Run();

    /// <summary>Serves until it is told to stop, then says what it took.</summary>
    private static void Sink(string[] args)
    {
        var options = new SinkOptions(args.Contains("--chunking"), LoadOptions.Number(args, "--slow", 0));
        using var sink = new DiscardSink(LoadOptions.Number(args, "--port", 2525), options);
        using var stop = new ManualResetEventSlim();
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.Set();
        });
        sink.Start();
        Console.WriteLine($"sink: 127.0.0.1:{sink.Port}");
        stop.Wait();
        Console.WriteLine($"sink: {sink.Messages} messages, {sink.Octets} octets");
    }

    private static void Raw(string[] args)
    {
        var load = LoadOptions.Parse(args);
        var report = new LoadReport();
        new RawSender(load).Run();
        report.Print("raw", load.Letters);
    }
}
