using System.Globalization;
using Digest.Compose.Stories;
using Digest.Model;
using Xunit;

namespace Digest.UnitTests.Compose.Stories;

/// <summary>
/// Pairs of whole items, labelled by hand, through the grouping that drafts are made with. The floors are what was
/// reached: a change may raise them, never lower them.
/// </summary>
public class ItemPairsTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.98;
    private const double LeastRecall = 0.92;

    [Fact]
    public void Labelled_items_come_out_right()
    {
        var pairs = ItemPair.All.Select(pair => (Pair: pair, IsOne: AreOne(pair.One, pair.Other))).ToList();
        foreach (var (pair, isOne) in pairs.Where(pair => pair.IsOne != pair.Pair.IsSame))
            output.WriteLine($"{(isOne ? "wrong" : "missed")} {pair.About}: {Title(pair.One)} | {Title(pair.Other)}");

        var right = pairs.Count(pair => pair.IsOne && pair.Pair.IsSame);
        var precision = (double)right / pairs.Count(pair => pair.IsOne);
        var recall = (double)right / pairs.Count(pair => pair.Pair.IsSame);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{pairs.Count} pairs: precision {precision:0.000}, recall {recall:0.000}"));

        Assert.True(precision >= LeastPrecision, $"precision {precision}");
        Assert.True(recall >= LeastRecall, $"recall {recall}");
    }

    [Fact]
    public void Order_of_two_items_does_not_matter() => Assert.All(
        ItemPair.All, pair => Assert.Equal(AreOne(pair.One, pair.Other), AreOne(pair.Other, pair.One)));

    private static bool AreOne(Item one, Item other) => StoryGrouper.Group([one, other], []).Count == 1;

    private static string Title(Item item) => item.Content.Title;
}
