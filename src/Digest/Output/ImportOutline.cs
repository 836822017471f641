using Digest.Subscribers;

namespace Digest.Output;

/// <summary>What an import of readers came to, with a line for every refused row.</summary>
public static class ImportOutline
{
    private const int MostShown = 20;

    /// <param name="name">What was imported.</param>
    public static Outline Of(string name, ImportReport import)
    {
        var suppressed = import.Suppressed == 0 ? "" : $", {import.Suppressed} suppressed";
        var refused = import.Refused.Count == 0 ? "" : $", {import.Refused.Count} refused";
        return new Outline($"{name}: {import.Added} added, {import.Known} known{suppressed}{refused}")
        {
            Tone = import.Refused.Count == 0 ? Tone.Plain : Tone.Warning,
            Children = [.. import.Refused.Take(MostShown).Select(Row), .. Rest(import.Refused.Count - MostShown)],
        };
    }

    private static Outline Row(RefusedRow row) => new($"line {row.Line}: {row.Reason}") { Tone = Tone.Warning };

    private static IEnumerable<Outline> Rest(int count) =>
        count > 0 ? [new Outline($"and {count} more; --json lists them all") { Tone = Tone.Quiet }] : [];
}
