using Digest.Model;
using Digest.Run;

namespace Digest.Output;

/// <summary>For programs, which wait for the result.</summary>
internal sealed class SilentWatch : RunWatch, IProgress<RunEvent>
{
    public override Task<T> WatchAsync<T>(Newsletter newsletter, Func<IProgress<RunEvent>, Task<T>> work) =>
        work(this);

    public void Report(RunEvent value)
    {
    }
}
