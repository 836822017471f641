namespace Digest.Compose.Stories.Titles;

/// <summary>
/// Compares two titles: Dice's measure over their weighted words, under vetoes. Two texts made by one template differ
/// in one word, and are two stories; two words for one story share most of theirs.
/// </summary>
internal static class TitleComparer
{
    // Over the shorter title's words: a title that says all of another and more may be its longer form.
    private const float LeastInside = 0.92f;
    private const float LeastWeight = 2.4f;

    // Below it nobody takes two titles for one, and laying them side by side is the dearest step.
    private const float LeastScore = 0.4f;
    private const float LeastSaid = 0.25f;
    private const float LeastOfRetitled = 0.15f;

    public static Likeness Compare(Title one, Title other)
    {
        if (one.Writing != other.Writing || one.Weight == 0 || other.Weight == 0)
            return new Likeness(0, "another language");

        var shared = Shared(one.Bag, other.Bag);
        var score = 2 * shared / (one.Weight + other.Weight);
        var least = MathF.Min(one.Weight, other.Weight);
        if (least >= LeastWeight && shared >= LeastInside * least)
            score = (score + 1) / 2;

        // Most pairs that an index brings together end here, and need no reason.
        if (score < LeastSaid)
            return new Likeness(score, null);

        var veto = Veto(one, other);
        if (veto is null && score >= LeastScore && Template.Differs(one.Units, other.Units))
            veto = "one word is another";

        return veto is null ? new Likeness(MathF.Min(score, 1), null) : new Likeness(0, veto);
    }

    /// <summary>Dice's measure over two bags; 0 where one is empty.</summary>
    public static float Dice(Unit[] one, Unit[] other)
    {
        var sum = one.Sum(unit => unit.Weight) + other.Sum(unit => unit.Weight);
        return sum == 0 ? 0 : 2 * Shared(one, other) / sum;
    }

    /// <summary>What must not differ, whichever way two items came to be compared.</summary>
    public static string? HardVeto(Title one, Title other)
    {
        if (one.Versions.Count > 0 && other.Versions.Count > 0 && !one.Versions.Overlaps(other.Versions))
            return $"{one.Versions.Min(StringComparer.Ordinal)} is not {other.Versions.Min(StringComparer.Ordinal)}";

        return SeriesMark.Differ(one.Parts, other.Parts) ? "another part" : null;
    }

    /// <summary>True if nothing in two titles forbids that one text stands below both.</summary>
    public static bool MayBeRetitled(Title one, Title other) =>
        HardVeto(one, other) is null && !Part(one.Numbers, other.Numbers)
        && (one.Writing != other.Writing
            || (Dice(one.Bag, other.Bag) >= LeastOfRetitled && !NamesPart(one.Bag, other.Bag)));

    private static string? Veto(Title one, Title other)
    {
        if (HardVeto(one, other) is { } hard)
            return hard;
        if (Part(one.Versions, other.Versions) || Part(one.Numbers, other.Numbers))
            return "another number";
        if (one.Quoted.Count > 0 && other.Quoted.Count > 0 && !one.Quoted.Overlaps(other.Quoted))
            return "another name";
        if (one.IsDenial != other.IsDenial)
            return "one denies it";
        return NamesPart(one.Bag, other.Bag) ? "another name" : null;
    }

    // Each has one that the other lacks.
    private static bool Part(IReadOnlySet<string> one, IReadOnlySet<string> other) =>
        one.Count > 0 && other.Count > 0 && !one.IsSubsetOf(other) && !other.IsSubsetOf(one);

    private static bool NamesPart(Unit[] one, Unit[] other) => HasOwnName(one, other) && HasOwnName(other, one);

    private static bool HasOwnName(Unit[] one, Unit[] other)
    {
        foreach (var unit in one)
        {
            if (unit.IsName && !Holds(other, unit.Hash))
                return true;
        }

        return false;
    }

    private static bool Holds(Unit[] bag, ulong hash)
    {
        foreach (var unit in bag)
        {
            if (unit.Hash == hash)
                return true;
        }

        return false;
    }

    private static float Shared(Unit[] one, Unit[] other)
    {
        var (i, j, shared) = (0, 0, 0f);
        while (i < one.Length && j < other.Length)
        {
            if (one[i].Hash == other[j].Hash)
                shared += (one[i++].Weight + other[j++].Weight) / 2;
            else if (one[i].Hash < other[j].Hash)
                i++;
            else
                j++;
        }

        return shared;
    }
}
