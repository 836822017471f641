using System.Text.RegularExpressions;
using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>
/// The one release that a title announces, in Chinese, Japanese or English: <c>python-keel 2.17.0 released</c>,
/// <c>Keel 2.17.0 发布</c>, <c>[ANN] Keel 2.17</c>. A title that speaks of a release to come, of two of them, or of
/// something around one (its notes, its party, its delay) announces none.
/// </summary>
internal static partial class ReleaseTitle
{
    private const int LongestTitle = 200;

    /// <param name="title">Plain text on one line.</param>
    /// <param name="isRelease">True if its source says that the item is a release.</param>
    public static string? KeyOf(string title, bool isRelease = false)
    {
        if (title.Length > LongestTitle || Around().IsMatch(title))
            return null;

        var plain = Tags().Replace(title, " ").Trim();
        var match = NameThenWord().Match(plain);
        if (!match.Success)
            match = WordThenName().Match(plain);
        if (!match.Success)
            match = isRelease || Announced().IsMatch(title) ? NameAlone().Match(plain) : match;
        if (!match.Success || Version().Count(plain) != 1)
            return null;

        var name = Articles().Replace(match.Groups["name"].Value, "").Trim(' ', '-', ':', '：');
        var isOneName = name.Length > 1 && name.Split(' ').Length <= 3;
        return isOneName ? KeyForm.Of(ObjectKey.Release(name, match.Groups["version"].Value)) : null;
    }

    private const string Name =
        @"(?<name>[A-Za-z][A-Za-z0-9._+-]*(?:[ ][A-Za-z][A-Za-z0-9._+-]*){0,3}"
        + @"|[\p{IsCJKUnifiedIdeographs}\p{IsKatakana}ー]{1,12})";

    // A number is never the tail of a name: keel-v2 is not a project.
    private const string Number =
        @"(?<![A-Za-z0-9._])(?:version\s|版本\s?|バージョン\s?|v\.?\s?)?"
        + @"(?<version>[0-9]+(?:\.[0-9]+)+(?:[-.]?(?:a|b|rc|alpha|beta)[-.]?[0-9]*)?)(?![0-9.]*[0-9])";

    [GeneratedRegex(
        "^" + Name + @"[ -]?" + Number
        + @"(?:\s?(?:is|was|has been|are|now|正式版?|版本?|稳定版|现已|已经?|が|を|版が|版を|の))*[\s,，、!！]*"
        + @"(?:now\s)?(?:released|release\b(?!\s(?:notes|party|candidate|schedule|cycle|plan))"
        + @"|out\b|available|announced"
        + @"|发布|發布|推出|面世|上线|リリース|公開|提供開始|登場|登场|释出|釋出)",
        RegexOptions.IgnoreCase)]
    private static partial Regex NameThenWord();

    [GeneratedRegex(
        @"^(?:announcing|announce(?:ment)?:?|introducing|release(?:d|s)?(?:\sof)?:?|new release:?"
        + @"|发布了?|發布了?|正式发布|公開:|リリース:)\s?"
        + Name + @"[ -]?" + Number,
        RegexOptions.IgnoreCase)]
    private static partial Regex WordThenName();

    [GeneratedRegex(
        "^(?:release:?\\s)?" + Name + @"[ -]?" + Number + @"\s?(?:\([^()]{1,30}\))?$", RegexOptions.IgnoreCase)]
    private static partial Regex NameAlone();

    [GeneratedRegex(
        @"^\s?(?:re:\s?)?(?:\[[^\[\]]{1,40}\]\s?)?\[(?:[a-z0-9]{1,30}-)?"
        + @"(?:ann|announce|announcement|release|发布|公告|リリース)\]",
        RegexOptions.IgnoreCase)]
    private static partial Regex Announced();

    [GeneratedRegex(@"\[[^\[\]]{1,40}\]|【[^【】]{1,40}】|^(?:re|fwd?|转|回复)\s?[:：]", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex("^(?:the|a|an|our|new)\\s|\\s(?:version|release|client library)$", RegexOptions.IgnoreCase)]
    private static partial Regex Articles();

    [GeneratedRegex(@"(?<![0-9.])v?[0-9]+(?:\.[0-9]+)+", RegexOptions.IgnoreCase)]
    private static partial Regex Version();

    // What stands around a release, or before it.
    [GeneratedRegex(
        @"\b(?:delay(?:s|ed)?|postpon\w{1,4}|slips?|plan(?:s|ned|ning)?|schedul\w{1,4}|upcoming|soon|will be|"
        + @"to be released|not (?:yet )?(?:released|out|available)|before|after|since|party|retrospective|countdown|"
        + @"roadmap|broken|pulled|withdrawn|yanked|revert\w{0,3}|upgrad\w{1,4}|migrat\w{1,4}|review of|hands.on|"
        + @"how to|why|what|when)\b"
        + @"|推迟|延期|延后|计划|即将|将于|将在|预计|预告|之前|之后|发布会|回顾|倒计时|路线图|撤回|撤销|升级到|体验|评测|怎么|如何|为什么|什么"
        + @"|延期|予定|予告|間近|まで|前に|後に|撤回|取り下げ|アップグレード|移行|試し|なぜ|まだ",
        RegexOptions.IgnoreCase)]
    private static partial Regex Around();
}
