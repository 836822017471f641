using System.Collections.Frozen;

namespace Digest.Compose.Stories.Titles;

/// <summary>
/// Words that say little of what a title is about, and words that say the same. Only words that communities use of
/// themselves every week stand here; a word that is missing costs a merge, a wrong one could make a false one.
/// </summary>
internal static class Words
{
    /// <summary>Said of everything.</summary>
    public static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
    [
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "as", "is", "are",
        "was", "were", "be", "been", "being", "it", "its", "this", "that", "these", "those", "we", "our", "you",
        "your", "they", "their", "has", "have", "had", "will", "would", "can", "could", "may", "do", "does", "did",
        "not", "no", "now", "new", "more", "most", "about", "into", "out", "up", "how", "what", "why", "when", "where",
        "which", "who", "all", "some", "here", "there", "than", "then", "so", "but", "if", "via", "per", "re", "fwd",
        "ann", "s", "t",
    ]);

    /// <summary>Said by every issue, mail and minute: they make titles look alike that are not.</summary>
    public static readonly FrozenSet<string> Common = Stemmed(
    [
        "weekly", "meet", "meeting", "note", "summary", "report", "update", "new", "news", "newsletter", "minute",
        "agenda", "discussion", "discuss", "proposal", "project", "team", "community", "release", "version", "status",
        "week", "month", "daily", "monthly", "today", "announcement", "blog", "post", "article", "guide",
        "introduction", "overview", "tutorial", "dev", "develop", "development", "user", "source", "member", "support",
        "issue", "change",
    ]);

    /// <summary>The same of Chinese and Japanese, two characters each.</summary>
    public static readonly FrozenSet<string> CommonPairs = FrozenSet.ToFrozenSet(
    [
        "发布", "周报", "周刊", "会议", "纪要", "更新", "公告", "通知", "动态", "社区", "项目", "团队", "版本", "正式",
        "例会", "介绍", "教程", "指南", "讨论", "总结", "报告", "开发", "本周", "最新", "开源", "文章", "简介", "入门",
        "実践", "入門", "会議", "議事", "事録", "週報", "報告", "公開", "紹介", "最新", "開発", "新版", "定例", "解説",
    ]);

    private static readonly FrozenDictionary<string, string> Same = Spread(WordWeight.Stem,
    [
        ["release", "announce", "publish", "launch", "ship", "unveil", "available"],
        ["elect", "choose", "chose", "pick", "appoint", "select"],
        ["fix", "patch", "repair", "resolve"],
        ["start", "begin", "began", "kick"],
        ["approve", "accept", "adopt", "pass", "ratify"],
        ["reject", "decline", "refuse"],
        ["remove", "drop", "delete", "retire"],
        ["add", "gain", "bring", "get", "introduce", "receive"],
        ["delay", "postpone", "slip"],
        ["move", "migrate", "switch"],
        ["join", "become"],
        ["vulnerability", "flaw", "hole"],
        ["fast", "faster", "quick", "quicker", "speed"],
        ["cut", "halve", "half", "halv", "reduce", "lower", "shrink"],
        ["hold", "held", "host", "take"],
    ]);

    private static readonly FrozenDictionary<string, string> SamePair = Spread(pair => pair,
    [
        ["发布", "推出", "公布", "發布", "上线", "发表"],
        ["选出", "当选", "选举", "推选", "任命"],
        ["修复", "修正", "解决"],
        ["开始", "启动", "开启", "启用"],
        ["结束", "截止", "终止"],
        ["批准", "通过", "采纳"],
        ["移除", "删除", "弃用"],
        ["新增", "增加", "支持", "加入", "引入"],
        ["推迟", "延期", "延后"],
        ["漏洞", "缺陷"],
        ["召开", "举行", "举办", "举办"],
        ["提升", "提高", "加快"],
        ["公開", "発表", "公表"],
        ["修正", "対処", "解決"],
        ["開始", "始動"],
        ["終了", "締切"],
        ["追加", "対応", "導入"],
        ["廃止", "削除", "撤廃"],
        ["承認", "可決", "採択"],
        ["開催", "実施"],
    ]);

    private static readonly FrozenDictionary<string, int> Months = FrozenDictionary.ToFrozenDictionary(
        new[] { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" }
            .Concat(["january", "february", "march", "april", "", "june", "july", "august", "september", "october",
                "november", "december"])
            .Index()
            .Where(month => month.Item.Length > 0)
            .Select(month => KeyValuePair.Create(month.Item, (month.Index % 12) + 1)));

    private static readonly FrozenDictionary<string, string> Numerals = FrozenDictionary.ToFrozenDictionary(
        new[] { "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve" }
            .Index()
            .Select(word => KeyValuePair.Create(word.Item, $"{word.Index + 2}"))
            .Append(KeyValuePair.Create("hundred", "100"))
            .Append(KeyValuePair.Create("thousand", "1000")));

    /// <summary>The digits of a number that is written as a word; null for any other word.</summary>
    public static string? Numeral(string word) => Numerals.GetValueOrDefault(word);

    /// <summary>The one word that stands for all that say the same.</summary>
    public static string Plain(string word) => Same.GetValueOrDefault(word, word);

    /// <summary>The same for a word of two signs; null for one that has no other of its meaning.</summary>
    public static string? PlainPair(ReadOnlySpan<char> pair) =>
        SamePair.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(pair, out var plain) ? plain : null;

    /// <summary>True for a stem that has others of its meaning.</summary>
    public static bool IsAct(string stem) => Same.ContainsKey(stem);

    /// <summary>1 to 12; null for a word that is no month. <c>may</c> and <c>march</c> are words, too.</summary>
    public static int? Month(string word) => word is "may" or "march" or "mar" ? null
        : Months.TryGetValue(word, out var month) ? month : null;

    private static FrozenSet<string> Stemmed(IEnumerable<string> words) =>
        words.Select(WordWeight.Stem).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Spread(Func<string, string> form, string[][] groups)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            foreach (var word in group)
                words.TryAdd(form(word), form(group[0]));
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
