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
        var text = Normal(title.Length > LongestTitle ? title[..LongestTitle] : title);
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

    private static string Entities(string text) => text.Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"《(?<quoted>[^《》]{1,60})》|「(?<quoted>[^「」]{1,60})」|『(?<quoted>[^『』]{1,60})』"
        + @"|“(?<quoted>[^“”]{1,60})”|""(?<quoted>[^""]{1,60})""")]
    private static partial Regex Quotations();
}
