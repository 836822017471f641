namespace Digest.Compose.Stories.Titles;

/// <summary>
/// Tells titles of one template with another word in the same place: 报名开始 and 报名截止, a meetup in Osaka and one in
/// Kobe. The two rows are laid side by side by their longest common part; what stands in between on both sides, and is
/// no mere filler, is such a word.
/// </summary>
internal static class Template
{
    // Longer than this on both sides is another way of saying it, not another word.
    private const int LongestWord = 3;
    private const int LongestSigns = 5;

    public static bool Differs(Unit[] one, Unit[] other)
    {
        // Where two longest parts are as good, which one is found must not depend on who was asked first.
        if (IsAfter(one, other))
            (one, other) = (other, one);

        var (onlyOne, onlyOther) = (Hashes(one), Hashes(other));
        var lengths = Lengths(one, other);
        var (i, j) = (0, 0);
        var (left, right) = (new Gap(onlyOther), new Gap(onlyOne));
        while (i < one.Length || j < other.Length)
        {
            if (i < one.Length && j < other.Length && one[i].Hash == other[j].Hash)
            {
                if (Gap.Exchange(left, right))
                    return true;

                (i, j) = (i + 1, j + 1);
                left.Clear();
                right.Clear();
            }
            else if (j == other.Length || (i < one.Length && lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                left.Add(one[i++]);
            }
            else
            {
                right.Add(other[j++]);
            }
        }

        return Gap.Exchange(left, right);
    }

    private static HashSet<ulong> Hashes(Unit[] units) => [.. units.Select(unit => unit.Hash)];

    private static bool IsAfter(Unit[] one, Unit[] other) =>
        one.Length != other.Length
            ? one.Length > other.Length
            : one.AsSpan().CommonPrefixLength(other) is var at && at < one.Length && one[at].Hash > other[at].Hash;

    /// <summary>What stands between two words that both titles have; what the other has elsewhere only moved.</summary>
    private sealed class Gap(HashSet<ulong> elsewhere)
    {
        private int _words;
        private int _signs;
        private bool _says;
        private bool _tells;

        public static bool Exchange(Gap left, Gap right) =>
            left._says && right._says && (left._tells || right._tells)
            && left._words <= LongestWord && right._words <= LongestWord
            && left._signs <= LongestSigns && right._signs <= LongestSigns;

        public void Add(Unit unit)
        {
            if (elsewhere.Contains(unit.Hash))
                return;

            _words += unit.Kind != UnitKind.Sign && unit.Tells ? 1 : 0;
            _signs += unit.Kind == UnitKind.Sign ? 1 : 0;
            _says |= unit.Weight > Weights.Particle;
            _tells |= unit.Tells;
        }

        public void Clear()
        {
            (_words, _signs) = (0, 0);
            (_says, _tells) = (false, false);
        }
    }

    private static int[,] Lengths(Unit[] one, Unit[] other)
    {
        var lengths = new int[one.Length + 1, other.Length + 1];
        for (var i = one.Length - 1; i >= 0; i--)
        {
            for (var j = other.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = one[i].Hash == other[j].Hash
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }
}
