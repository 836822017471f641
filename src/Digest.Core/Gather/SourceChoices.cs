using System.Globalization;
using Digest.Model;

namespace Digest.Gather;

/// <summary>Refuses choices of sources that cannot be met.</summary>
internal static class SourceChoices
{
    /// <exception cref="DigestException">There is no such source, or the ledger is past the replay.</exception>
    public static void Check(
        Newsletter newsletter, IReadOnlyDictionary<string, SourceState> states, SourceChoice choice)
    {
        if (choice.SourceId is { } id && newsletter.Sources.All(source => source.Id != id))
        {
            var known = string.Join(", ", newsletter.Sources.Select(source => source.Id));
            throw new DigestException($"{newsletter.Slug}: has no source '{id}'; there are {known}") { ExitCode = 2 };
        }

        // Old validators and cursors would take the place of newer ones, and items would come out of their order.
        if (choice.Replay is { } replay && states.Values.Max(state => state.LastTry) is { } last
            && last > replay.Moment)
        {
            throw new DigestException(string.Create(
                CultureInfo.InvariantCulture,
                $"{newsletter.Slug}: was gathered at {last.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z, after the answers of "
                + $"{replay.Moment.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z; replay into another Paths:Data"));
        }
    }
}
