using System.Text.Json;
using Digest.Gather.Json;

namespace Digest.Gather.Etherpad;

/// <summary>
/// What is kept of pads between reads: of each the hashes of the lines it ever had, so that a line that comes back
/// after a wipe is no news, and how many it had last. The texts themselves are not kept.
/// </summary>
internal sealed class PadMemory
{
    private const int Version = 1;

    // Together well below what a source may remember.
    private const int MostLines = 200_000;
    private const int MostLinesOfPad = 20_000;

    private readonly Dictionary<string, Pad> _pads;

    private PadMemory(Dictionary<string, Pad> pads) => _pads = pads;

    /// <summary>A memory of another form is as good as none.</summary>
    public static PadMemory Read(string? text)
    {
        var stored = JsonMemory.TryRead<Stored>(text);
        var isWhole = stored is { Form: Version, Pads: { } pads }
            && pads.Values.All(pad => pad is { Lines: not null });
        return new PadMemory(new Dictionary<string, Pad>(isWhole ? stored!.Pads! : [], StringComparer.Ordinal));
    }

    /// <summary>Hashes of the lines that a pad ever had; null if it was never read.</summary>
    public IReadOnlySet<string>? LinesOf(string pad) =>
        _pads.TryGetValue(pad, out var known) ? known.Lines.ToHashSet(StringComparer.Ordinal) : null;

    public int LastCount(string pad) => _pads.TryGetValue(pad, out var known) ? known.Last : 0;

    public void Keep(string pad, PadText text)
    {
        var now = text.Lines.Select(PadText.Hash).Distinct(StringComparer.Ordinal).ToList();
        var before = _pads.TryGetValue(pad, out var known) ? known.Lines : [];
        var lines = before.Except(now, StringComparer.Ordinal).Concat(now).TakeLast(MostLinesOfPad);
        _pads[pad] = new Pad([.. lines], text.Lines.Count);
    }

    /// <summary>As it is saved: only these pads, so that one that was taken out of the settings is forgotten.</summary>
    public string Write(IReadOnlyCollection<string> pads)
    {
        var most = Math.Max(1, MostLines / Math.Max(1, pads.Count));
        var kept = _pads.Where(pad => pads.Contains(pad.Key))
            .ToDictionary(pad => pad.Key, pad => pad.Value with { Lines = [.. pad.Value.Lines.TakeLast(most)] });
        return JsonSerializer.Serialize(new Stored(Version, kept));
    }

    private sealed record Pad(IReadOnlyList<string> Lines, int Last);

    private sealed record Stored(int Form, Dictionary<string, Pad>? Pads);
}
