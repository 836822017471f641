using System.Collections.Frozen;

namespace Digest.Compose.Stories.Titles;

/// <summary>What a word, or a pair of signs, is worth, and in which form it is compared.</summary>
internal static class WordWeight
{
    private const string Particles = "的了在是和与及等个这那有为对将从到被把并也都就而其之以于於吗呢吧啊一不";

    private static readonly FrozenSet<string> CommonKatakana = FrozenSet.ToFrozenSet(
    [
        "リリース", "アップデート", "サポート", "ユーザ", "プロジェクト", "コミュニティ", "バージョン", "ミーティング",
        "レポート", "ニュース", "ブログ", "イベント", "チーム", "メンバ", "ガイド", "リスト", "オープンソース",
    ]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CommonPairs =
        Words.CommonPairs.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Unit Of(string word, bool isName)
    {
        var plain = Words.Plain(Stem(word));
        var weight = Words.Empty.Contains(word) ? Weights.Empty
            : Words.Common.Contains(plain) ? Weights.Common
            : Words.IsAct(plain) ? Weights.Act
            : word.Length == 1 ? Weights.Common
            : Weights.Full;
        return new Unit(TextHash.Of(plain), UnitKind.Word, weight, isName);
    }

    public static Unit OfKatakana(string word)
    {
        var isCommon = word.Length < 2 || CommonKatakana.Contains(word);
        var weight = isCommon ? Weights.Common : Weights.Full;
        return new Unit(TextHash.Of(word), UnitKind.Word, weight, IsName: !isCommon && word.Length >= 3);
    }

    /// <summary>Two signs that everybody says, or that have others of their meaning; null for any other.</summary>
    public static Unit? OfKnownPair(ReadOnlySpan<char> pair)
    {
        var isCommon = CommonPairs.Contains(pair);
        var plain = Words.PlainPair(pair);
        if (!isCommon && plain is null)
            return null;

        var weight = isCommon ? Weights.Common : Weights.Act;
        return new Unit(TextHash.Of(plain ?? pair), UnitKind.Word, weight, IsName: false);
    }

    public static Unit OfPair(char first, char second, Writing writing)
    {
        var isParticle = IsParticle(first, writing) || IsParticle(second, writing);
        var weight = isParticle ? Weights.Particle : Weights.Pair;
        return new Unit(TextHash.Of([first, second]), UnitKind.Sign, weight, IsName: false);
    }

    public static bool IsParticle(char sign, Writing writing) =>
        Writings.IsHiragana(sign)
        || (writing == Writing.Chinese && Particles.Contains(sign, StringComparison.Ordinal));

    /// <summary>A word without the endings that English puts on it. Not linguistics: alike is enough.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 4)
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            return $"{word[..^3]}y";
        if (word.EndsWith("sses", StringComparison.Ordinal))
            return word[..^2];
        if (word.EndsWith('s') && word[^2] is not ('s' or 'u' or 'i'))
            word = word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal)
                ? word[..^2] : word[..^1];

        return word.EndsWith("ing", StringComparison.Ordinal) && word.Length > 5 ? Whole(word[..^3])
            : word.EndsWith("ed", StringComparison.Ordinal) && word.Length > 4 ? Whole(word[..^2])
            : word.EndsWith('e') && word.Length > 4 ? word[..^1]
            : word;
    }

    // "dropp" and "drop", "releas" and "release" meet here.
    private static string Whole(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's') ? stem[..^1] : stem;
}
