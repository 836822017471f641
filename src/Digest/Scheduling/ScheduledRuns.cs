using System.Globalization;
using Digest.Model;
using Digest.Web.Runs;

namespace Digest.Scheduling;

/// <summary>
/// Asks for the run of a scheduled moment. The moment is the key, so each runs once: after a restart, and when several
/// workers share the database.
/// </summary>
public sealed class ScheduledRuns(RunDesk desk)
{
    /// <returns>False if the moment's run was asked for before.</returns>
    public async Task<bool> AskAsync(Newsletter newsletter, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var record = await desk.AskAsync(newsletter, KeyOf(moment), at: null, cancellationToken);
        return record.IsNew;
    }

    private static string KeyOf(DateTimeOffset moment) =>
        string.Create(CultureInfo.InvariantCulture, $"schedule:{moment.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
}
