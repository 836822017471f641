namespace Digest.Run;

/// <summary>Hands a stage's own progress on as events of the run, at once and in order.</summary>
public sealed class RelayProgress<T>(IProgress<RunEvent> target, Func<T, RunEvent> translate) : IProgress<T>
{
    public void Report(T value) => target.Report(translate(value));
}
