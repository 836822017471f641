namespace Digest.Gather.Launchpad;

/// <summary>Decides what of a bug is news. Does no I/O.</summary>
/// <param name="settings">What the editor wants to hear of.</param>
/// <param name="before">What was seen at the last read: state and importance by <see cref="Key"/>.</param>
/// <param name="since">Older things are not news to a connector that does not remember them.</param>
internal sealed class BugWatch(
    BugSettings settings, IReadOnlyDictionary<string, string[]>? before, DateTimeOffset since)
{
    public static string Key(BugTask task) => FormattableString.Invariant($"{task.Target}/{task.Number}");

    /// <summary>What is remembered of a task.</summary>
    public static string[] Fields(BugTask task) => [task.Status, task.Importance];

    /// <returns>Null if there is nothing to tell.</returns>
    public BugNews? Of(BugTask task)
    {
        if (!settings.IsHeavyEnough(task.Importance))
            return null;

        if (before?.GetValueOrDefault(Key(task)) is not [var status, var importance])
            return Unknown(task);
        if (!settings.TellsChanges)
            return null;
        if (!settings.IsHeavyEnough(importance))
            return new BugNews(task, task.Importance, $"importance {importance} → {task.Importance}");

        return status == task.Status ? null : new BugNews(task, task.Status, $"{status} → {task.Status}");
    }

    private BugNews? Unknown(BugTask task)
    {
        if (task.Created >= since)
            return new BugNews(task, BugNews.New, null);

        // An old bug that somebody commented on comes as well; the date of its state tells the two apart.
        return settings.TellsChanges && task.Moved >= since ? new BugNews(task, task.Status, task.Status) : null;
    }
}

/// <param name="Task">The bug.</param>
/// <param name="State">What it came to; <see cref="New"/> for a new bug.</param>
/// <param name="Change">The same for an editor, with what it was before; null for a new bug.</param>
internal sealed record BugNews(BugTask Task, string State, string? Change)
{
    public const string New = "new";
}
