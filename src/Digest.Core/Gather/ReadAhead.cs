using Digest.Model;

namespace Digest.Gather;

/// <summary>Reads sources side by side, as far ahead of their saving as <see cref="ReadQueue"/> lets it.</summary>
internal sealed class ReadAhead
{
    // Of text that waits to be saved; a read itself is bounded by the caps on its answers.
    private const long MostWeight = 64 * 1024 * 1024;
    private const int ItemWeight = 512;

    private readonly TaskCompletionSource<FetchOutcome>[] _outcomes;
    private readonly ReadQueue _queue;
    private readonly Func<int, Task<FetchOutcome>> _read;
    private readonly Lock _lock = new();
    private readonly List<Task> _begun = [];
    private bool _isOver;

    /// <param name="read">Reads a source by its place; throws only when it is cancelled.</param>
    public ReadAhead(IReadOnlyList<SourceDefinition> sources, GatherOptions options, Func<int, Task<FetchOutcome>> read)
    {
        var lanes = sources.Select(source => source.Url is { } url ? WaitScope.Authority(url) : null).ToList();
        _queue = new ReadQueue(lanes, options.Concurrency, options.RequestsPerHost, MostWeight);
        _outcomes = [.. sources.Select(_ => new TaskCompletionSource<FetchOutcome>(
            TaskCreationOptions.RunContinuationsAsynchronously))];
        _read = read;
    }

    public void Start() => Go(static _ => { });

    public Task<FetchOutcome> OutcomeOf(int index) => _outcomes[index].Task;

    public void Saved(int index) => Go(queue => queue.Save(index));

    /// <summary>Waits for what was begun, after its token was cancelled; what was not begun never begins.</summary>
    public async Task EndAsync()
    {
        Task[] begun;
        lock (_lock)
        {
            _isOver = true;
            begun = [.. _begun];
        }

        await Task.WhenAll(begun).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Go(Action<ReadQueue> change)
    {
        lock (_lock)
        {
            change(_queue);
            if (_isOver)
                return;

            _begun.RemoveAll(task => task.IsCompleted);
            foreach (var index in _queue.Admit())
                _begun.Add(Task.Run(() => ReadAsync(index)));
        }
    }

    private async Task ReadAsync(int index)
    {
        try
        {
            var outcome = await _read(index);
            Go(queue => queue.Finish(index, WeightOf(outcome)));
            _outcomes[index].SetResult(outcome);
        }
        catch (OperationCanceledException)
        {
            // Nothing begins after this: the run is over.
            _outcomes[index].SetCanceled();
        }
    }

    private static long WeightOf(FetchOutcome outcome) => outcome is FetchOutcome.Fetched fetched
        ? fetched.Items.Sum(WeightOf) + (2L * (fetched.Memory?.Length ?? 0))
        : 0;

    private static long WeightOf(GatheredItem item) => ItemWeight + (2L * (item.Title.Length + item.Body.Length));
}
