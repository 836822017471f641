using Digest.Model;
using Digest.Run;

namespace Digest.Output;

/// <summary>Shows a run while it goes on, on stderr: bars on a terminal, else a line per stage and source.</summary>
public abstract class RunWatch
{
    public static RunWatch For(Screen screen, bool isJson)
    {
        if (isJson)
            return new SilentWatch();

        return screen.Traits.MessagesAreTerminal ? new BarWatch(screen.MessageConsole) : new LineWatch(screen);
    }

    /// <param name="work">The run, given where to tell its progress.</param>
    public abstract Task<T> WatchAsync<T>(Newsletter newsletter, Func<IProgress<RunEvent>, Task<T>> work);
}
