using Digest.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Digest.Gather.Answers;

/// <summary>
/// Keeps the raw answers of every gathering below <c>Paths:Data/answers/NEWSLETTER</c>, so that an issue can be made
/// again offline: a folder for each gathering with an index of JSON lines, and the bodies beside them.
/// </summary>
public sealed partial class AnswerArchive(
    IOptions<PathsOptions> paths, IOptions<GatherOptions> options, TimeProvider clock, ILogger<AnswerArchive> logger)
{
    private const int Format = 1;
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromDays(1);

    /// <summary>The folder with a newsletter's gatherings.</summary>
    public string FolderOf(string newsletter) => Path.Combine(paths.Value.Data, "answers", newsletter);

    /// <param name="only">The sources it is for; null for all.</param>
    /// <param name="closed">The sources that are left out, with the reason.</param>
    /// <returns>Null if no answers are kept.</returns>
    internal KeptAnswers? Begin(
        Newsletter newsletter,
        DateTimeOffset moment,
        IReadOnlyList<string>? only,
        IReadOnlyDictionary<string, string> closed)
    {
        if (options.Value.KeepAnswers == 0)
            return null;

        var places = new AnswerPlaces(FolderOf(newsletter.Slug));
        var line = new GatheringLine(Format, newsletter.Slug, moment, only, closed.Count > 0 ? closed : null);
        try
        {
            return KeptAnswers.Begin(places, line);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.NotKept(logger, newsletter.Slug, error.Message);
            return null;
        }
    }

    /// <summary>Ends the keeping. Trouble is logged: the gathering itself went well.</summary>
    internal async Task EndAsync(Newsletter newsletter, KeptAnswers kept)
    {
        await using var open = kept;
        try
        {
            await kept.CompleteAsync(newsletter.Sources.Select(source => source.Id).ToHashSet());
            if (kept.Fault is { } fault)
                Log.NotKept(logger, newsletter.Slug, fault.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.NotKept(logger, newsletter.Slug, error.Message);
        }

        Sweep(newsletter.Slug);
    }

    /// <summary>
    /// Deletes what is too old or too much, at most once a day. Trouble is logged: nothing waits for it.
    /// </summary>
    private void Sweep(string newsletter)
    {
        var places = new AnswerPlaces(FolderOf(newsletter));
        try
        {
            if (clock.GetUtcNow() - File.GetLastWriteTimeUtc(places.Swept) < BetweenSweeps)
                return;

            new AnswerSweep(places, options.Value, clock.GetUtcNow()).Run();
            File.WriteAllBytes(places.Swept, []);
            File.SetLastWriteTimeUtc(places.Swept, clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.NotSwept(logger, newsletter, error.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2011, LogLevel.Warning, "Answers of a gathering of {Newsletter} are not kept: {Reason}")]
        public static partial void NotKept(ILogger logger, string newsletter, string reason);

        [LoggerMessage(2010, LogLevel.Warning, "Old answers of {Newsletter} could not be deleted: {Reason}")]
        public static partial void NotSwept(ILogger logger, string newsletter, string reason);
    }
}
