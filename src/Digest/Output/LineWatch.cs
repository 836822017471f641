using Digest.Model;
using Digest.Run;

namespace Digest.Output;

/// <summary>For logs and pipes: a line for each stage and each source that could not be read.</summary>
internal sealed class LineWatch(Screen screen) : RunWatch, IProgress<RunEvent>
{
    private readonly Lock _lock = new();
    private string _newsletter = "";

    public override Task<T> WatchAsync<T>(Newsletter newsletter, Func<IProgress<RunEvent>, Task<T>> work)
    {
        _newsletter = newsletter.Slug;
        return work(this);
    }

    public void Report(RunEvent value)
    {
        var line = value switch
        {
            RunEvent.StageStarted started => $"{_newsletter}: {StageWords.Of(started.Stage)}",
            RunEvent.SourceRead { Result.Error: not null } read => $"{_newsletter}: {SourceOutline.Text(read.Result)}",
            _ => null,
        };

        // Sources are read side by side and tell from their own threads.
        lock (_lock)
        {
            if (line is not null)
                screen.Message(line);
        }
    }
}
