using System.Text.Json;

namespace Digest.Gather.Answers;

/// <summary>Deletes the oldest gatherings, and the bodies that only they had.</summary>
/// <param name="time">The real time; a gathering is as old as its index, whatever moment it took for now.</param>
internal sealed class AnswerSweep(AnswerPlaces places, GatherOptions options, DateTimeOffset time)
{
    private const long Megabyte = 1024 * 1024;

    public void Run()
    {
        var kept = places.Gatherings().Where(IsYoung).ToList();
        var bodies = places.Bodies;
        var used = HashesOf(places.Newest).ToHashSet(StringComparer.Ordinal);
        var left = (options.KeepAnswersMegabytes * Megabyte) - used.Sum(bodies.SizeOf);
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            var fresh = HashesOf(AnswerPlaces.IndexOf(kept[i])).Where(used.Add).ToList();
            left -= fresh.Sum(bodies.SizeOf) + new FileInfo(AnswerPlaces.IndexOf(kept[i])).Length;

            // The newest stays in any case: it is the one that somebody will ask about.
            if (left < 0 && i < kept.Count - 1)
            {
                used.ExceptWith(fresh);
                kept.RemoveRange(0, i + 1);
                break;
            }
        }

        foreach (var gathering in Directory.GetDirectories(places.Root).Where(IsGathering).Except(kept))
            Directory.Delete(gathering, recursive: true);

        bodies.Sweep(used);
    }

    /// <summary>Folders that a killed process left without an index are old from the start.</summary>
    private static bool IsGathering(string folder) => Path.GetFileName(folder) is [>= '0' and <= '9', ..];

    private bool IsYoung(string gathering) =>
        time - File.GetLastWriteTimeUtc(AnswerPlaces.IndexOf(gathering)) < TimeSpan.FromDays(options.KeepAnswers);

    private static IEnumerable<string> HashesOf(string index) => File.Exists(index)
        ? File.ReadLines(index).Select(Read).SelectMany(Hashes)
        : [];

    private static IEnumerable<string> Hashes(AnswerLine? line)
    {
        if (line?.Sha256 is { } hash)
            yield return hash;
        if (line?.Kept?.Sha256 is { } older)
            yield return older;
    }

    /// <summary>A damaged line names no body.</summary>
    private static AnswerLine? Read(string text)
    {
        try
        {
            return AnswerLine.Read(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
