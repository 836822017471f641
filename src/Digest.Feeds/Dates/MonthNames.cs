using System.Globalization;
using System.Text;

namespace Digest.Feeds.Dates;

/// <summary>
/// Months by the beginnings of their names, without accents: English, German, French, Spanish, Portuguese, Italian,
/// Dutch, the Nordic languages, Polish, Czech, Hungarian, Romanian, Turkish, Greek, Russian, Ukrainian.
/// </summary>
internal static class MonthNames
{
    private static readonly (string Stem, int Month)[] Stems =
    [
        .. Of(1, "jan jän gen ene ian sty led tammi oca янв січ ιαν"),
        .. Of(2, "feb fev fév lut uno helmi sub фев лют φεβ"),
        .. Of(3, "mar mrt maa brez maalis мар берез μαρ"),
        .. Of(4, "apr avr abr kwi dub huhti nis апр квіт απρ"),
        .. Of(5, "may mai maj mei mag kve touko май мая трав μαι μαϊ"),
        .. Of(6, "jun juin giu iun cze cervn cerven kesa haz июн черв ιουν"),
        .. Of(7, "jul juil lug iul lip cervenec cervence heina tem июл лип ιουλ"),
        .. Of(8, "aug ago aou sie srp elo agu авг серп αυγ"),
        .. Of(9, "sep set szept wrz zar syys eyl сен верес σεπ"),
        .. Of(10, "oct okt out ott paz rij loka eki окт жовт οκτ"),
        .. Of(11, "nov noi lis marras kas ноя листоп νοε"),
        .. Of(12, "dec dez dic des gru pro joulu ara дек груд δεκ"),
    ];

    /// <summary>1 to 12; 0 for a word that names no month. The longest beginning that fits decides.</summary>
    public static int Find(string name)
    {
        var plain = Plain(name);
        var (best, month) = (0, 0);
        foreach (var (stem, number) in Stems)
        {
            if (stem.Length > best && plain.StartsWith(stem, StringComparison.Ordinal))
                (best, month) = (stem.Length, number);
        }

        return month;
    }

    private static IEnumerable<(string Stem, int Month)> Of(int month, string stems) =>
        stems.Split(' ').Select(stem => (Plain(stem), month));

    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var character in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                plain.Append(character is 'ı' ? 'i' : character);
        }

        return plain.ToString();
    }
}
