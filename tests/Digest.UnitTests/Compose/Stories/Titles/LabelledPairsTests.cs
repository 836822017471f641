using System.Globalization;
using Digest.Compose.Stories.Titles;
using Xunit;

namespace Digest.UnitTests.Compose.Stories.Titles;

/// <summary>
/// Pairs labelled by hand. The floors are what was reached: a change may raise them, never lower them.
/// </summary>
public class LabelledPairsTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.99;
    private const double LeastRecall = 0.95;

    [Fact]
    public void Labelled_pairs_come_out_right()
    {
        var verdicts = LabelledPair.All.Select(pair => (Pair: pair, Found: Judge(pair))).ToList();
        foreach (var (pair, found) in verdicts.Where(verdict => verdict.Pair.IsSame != IsOne(verdict.Found)))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(pair.IsSame ? "missed" : "wrong")} {found.Score:0.00} {found.Veto} | {pair.One} | {pair.Other}"));
        }

        var right = verdicts.Count(verdict => verdict.Pair.IsSame && IsOne(verdict.Found));
        var precision = (double)right / verdicts.Count(verdict => IsOne(verdict.Found));
        var recall = (double)right / verdicts.Count(verdict => verdict.Pair.IsSame);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{verdicts.Count} pairs: precision {precision:0.000}, recall {recall:0.000}"));

        Assert.True(precision >= LeastPrecision, $"precision {precision}");
        Assert.True(recall >= LeastRecall, $"recall {recall}");
    }

    [Fact]
    public void Order_of_a_pair_does_not_matter() => Assert.All(
        LabelledPair.All,
        pair => Assert.Equal(Judge(pair).Score, Judge(pair.Turned).Score, 4));

    private static Likeness Judge(LabelledPair pair) =>
        TextComparer.Compare(new StoryText(pair.One, pair.OneText), new StoryText(pair.Other, pair.OtherText));

    private static bool IsOne(Likeness likeness) => likeness.Veto is null && likeness.Score >= TextComparer.Alike;
}
