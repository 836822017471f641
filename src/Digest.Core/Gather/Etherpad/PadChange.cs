namespace Digest.Gather.Etherpad;

/// <summary>What became of a pad since its last read. Does no I/O.</summary>
internal abstract record PadChange
{
    // A pad of a few lines may be rewritten by anybody who uses it.
    private const int FewLines = 10;
    private const double ShareLeftOfWiped = 0.2;

    private PadChange() { }

    public sealed record None : PadChange;

    /// <summary>The pad was read for the first time.</summary>
    public sealed record First(IReadOnlyList<string> Lines) : PadChange;

    /// <summary>Lines came that no earlier version had, in the pad's order.</summary>
    public sealed record Grown(IReadOnlyList<string> Lines) : PadChange;

    /// <summary>Nearly all that stood there is gone: emptied, or made anew under the old name.</summary>
    public sealed record Wiped : PadChange;

    /// <param name="text">The pad now.</param>
    /// <param name="known">Hashes of all lines it ever had; null if it was never read.</param>
    /// <param name="last">How many lines it had at the last read.</param>
    public static PadChange Of(PadText text, IReadOnlySet<string>? known, int last)
    {
        if (known is null)
            return text.Lines.Count == 0 ? new None() : new First(text.Lines);

        var fresh = text.Lines.Where(line => !known.Contains(PadText.Hash(line)))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (last >= FewLines && text.Lines.Count - fresh.Count < last * ShareLeftOfWiped)
            return new Wiped();

        return fresh.Count == 0 ? new None() : new Grown(fresh);
    }
}
