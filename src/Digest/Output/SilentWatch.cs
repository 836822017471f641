using Digest.Model;
using Digest.Run;

namespace Digest.Output;

/// <summary>For programs, which wait for the result.</summary>
internal sealed class SilentWatch : RunWatch, IProgress<RunEvent>
{
    public override Task<RunReport> WatchAsync(Newsletter newsletter, Func<IProgress<RunEvent>, Task<RunReport>> run) =>
        run(this);

    public void Report(RunEvent value)
    {
    }
}
