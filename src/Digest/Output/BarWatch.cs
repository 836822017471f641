using Digest.Model;
using Digest.Run;
using Spectre.Console;
using StyledText = Spectre.Console.Markup;

namespace Digest.Output;

/// <summary>Progress bars: one for the sources, one for the letters.</summary>
internal sealed class BarWatch(IAnsiConsole console) : RunWatch
{
    public override async Task<T> WatchAsync<T>(
        Newsletter newsletter, Func<IProgress<RunEvent>, Task<T>> work) =>
        await console.Progress()
            .AutoClear(true)
            .StartAsync(context => work(new Bars(context, newsletter)));

    private sealed class Bars(ProgressContext context, Newsletter newsletter) : IProgress<RunEvent>
    {
        private readonly Lock _lock = new();
        private ProgressTask? _task;

        public void Report(RunEvent value)
        {
            lock (_lock)
                Show(value);
        }

        private void Show(RunEvent value)
        {
            if (value is RunEvent.StageStarted started)
                Begin(started.Stage);
            else if (value is RunEvent.SourceRead)
                _task?.Increment(1);
            else if (value is RunEvent.LettersMoved { Counts: var counts } && _task is not null)
                Move(_task, counts);
        }

        private void Begin(RunStage stage)
        {
            Finish();
            var maximum = stage == RunStage.Gather ? Math.Max(1, newsletter.Sources.Count) : 1;
            _task = context.AddTask(StyledText.Escape($"{newsletter.Slug}: {StageWords.Of(stage)}"), maxValue: maximum);
            _task.IsIndeterminate = stage is not (RunStage.Gather or RunStage.Deliver);
        }

        private void Finish()
        {
            if (_task is null)
                return;

            _task.IsIndeterminate = false;
            _task.Value = _task.MaxValue;
            _task.StopTask();
        }

        private static void Move(ProgressTask task, LetterCounts counts)
        {
            task.MaxValue = Math.Max(1, counts.Audience);
            task.Value = counts.Audience - counts.Pending - counts.Transmitting;
        }
    }
}
