using System.Text;
using System.Text.RegularExpressions;
using Digest.Compose.Stories.Objects;

namespace Digest.Compose.Stories.Titles;

/// <summary>
/// Takes a title apart. Spaced scripts by words and their stems, Chinese and Japanese by pairs of signs; a title that
/// mixes them gives both.
/// </summary>
internal static partial class TitleReader
{
    private const int LongestTitle = 200;

    // A name and a half: "Sail weekly meeting" is said every week.
    private const float LeastSaid = 1.5f;

    public static Title Read(string title)
    {
        var whole = Normal(title.Length > LongestTitle ? title[..LongestTitle] : title);
        var text = WithoutMarks(whole);
        var writing = Writings.Of(text);
        var series = SeriesMark.Of(text);
        var scan = new UnitScan(Entities(series.Rest), writing);
        scan.Run();
        var bag = Bag(scan.Bag);
        return new Title
        {
            Writing = writing,
            Units = [.. scan.Units],
            Bag = bag,
            Weight = bag.Sum(unit => unit.Weight),
            IsBare = bag.Sum(unit => unit.Weight > Weights.Common ? unit.Weight : 0) < LeastSaid,
            Versions = scan.Versions,
            Numbers = scan.Numbers,
            Parts = series.Parts,
            IsDenial = Denials().IsMatch(text),
            IsAnswer = MarksBefore().IsMatch(whole),
            Quoted = Quotations().Matches(text)
                .Select(match => match.Groups["quoted"].Value.Trim().ToLowerInvariant())
                .Where(quoted => quoted.Length > 0)
                .ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>The words of a text as a bag; what may not differ in a title may in a text.</summary>
    public static Unit[] ReadBody(string text)
    {
        var normal = Normal(text);
        var scan = new UnitScan(normal, Writings.Of(normal));
        scan.Run();
        return Bag(scan.Bag);
    }

    private static Unit[] Bag(List<Unit> units) => [.. units.DistinctBy(unit => unit.Hash).OrderBy(unit => unit.Hash)];

    // Full-width letters and digits are letters and digits. Half a surrogate pair is refused by Unicode's tables.
    private static string Normal(string text)
    {
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()))
            : text;
        return whole.Normalize(NormalizationForm.FormKC);
    }

    // What an answer or a repost puts around a title is not of the title, nor of its language.
    private static string WithoutMarks(string text)
    {
        var plain = MarksAfter().Replace(MarksBefore().Replace(text, ""), "").Trim();
        return plain.Length == 0 ? text : plain;
    }

    private static string Entities(string text) => text.Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^(?:\s*(?:(?:re|fwd?|aw|wg|sv|答复|答覆|回复|回覆|转发|轉發|转载|轉載|转|轉|返信)\s?(?:\[[0-9]{1,3}\])?:"
        + @"|[【\[(](?:转|轉|转载|轉載|转帖|repost|reposted|crosspost)[】\])]))+\s*", RegexOptions.IgnoreCase)]
    private static partial Regex MarksBefore();

    [GeneratedRegex(
        @"\s*(?:[【\[(](?:转|轉|转载|轉載|转帖|repost|reposted|crosspost)[】\])])\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex MarksAfter();

    [GeneratedRegex(
        @"不再|不会|不會|不能|不支持|暂不|無法|无法|未能|没有|ません|しない|できない"
        + @"|\b(?:not|no longer|never|cannot|can't|won't|doesn't|isn't)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denials();

    [GeneratedRegex(
        @"《(?<quoted>[^《》]{1,60})》|「(?<quoted>[^「」]{1,60})」|『(?<quoted>[^『』]{1,60})』"
        + @"|“(?<quoted>[^“”]{1,60})”|""(?<quoted>[^""]{1,60})""")]
    private static partial Regex Quotations();
}
