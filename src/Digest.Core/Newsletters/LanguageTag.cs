using System.Text.RegularExpressions;

namespace Digest.Newsletters;

/// <summary>
/// Checks a BCP 47 tag (RFC 5646 §2.1) by shape and, for the languages that newsletters are written in, by name. The
/// system's culture data is not asked: it accepts nearly any word and differs between machines.
/// </summary>
internal static partial class LanguageTag
{
    // ISO 639-1, complete, and the three-letter languages that communities publish in most.
    private const string KnownLanguages =
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee "
        + "el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is "
        + "it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms "
        + "mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk "
        + "sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi "
        + "yo za zh zu cmn yue wuu nan hak lzh fil haw ckb gsw hsb dsb ast kab mni sat und mul";

    private const int LongestTag = 64;

    private static readonly HashSet<string> Languages = [.. KnownLanguages.Split(' ')];

    /// <summary>Null if the tag is sound, else a clause: what is wrong; what would be right.</summary>
    public static string? Check(string tag)
    {
        if (tag.Length > LongestTag || !Shape().IsMatch(tag))
            return $"'{Shown(tag)}' is not a language tag; {Right(tag)}";

        var language = tag.Split('-')[0].ToLowerInvariant();
        return Languages.Contains(language)
            ? null
            : $"'{tag}' begins with '{language}', which is no known language; {Right(tag)}";
    }

    private static string Right(string tag)
    {
        var dashed = tag.Trim().Replace('_', '-').Split('.')[0];
        return dashed != tag && Check(dashed) is null
            ? $"write {dashed}"
            : "write a BCP 47 tag such as zh-CN, ja or en";
    }

    private static string Shown(string tag) => tag.Length <= 40 ? tag : tag[..40] + "…";

    [GeneratedRegex(
        @"\A[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
        + @"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
        + @"(-[A-WYZa-wyz0-9](-[A-Za-z0-9]{2,8})+)*(-[xX](-[A-Za-z0-9]{1,8})+)?\z")]
    private static partial Regex Shape();
}
