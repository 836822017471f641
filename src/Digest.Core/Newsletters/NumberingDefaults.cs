namespace Digest.Newsletters;

/// <summary>How an issue is titled where <c>numbering</c> does not say: the custom of the language.</summary>
internal static class NumberingDefaults
{
    public static string For(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "zh" or "cmn" or "yue" => "第{number:chinese}期({from:MM.dd}-{to:MM.dd})",
        "ja" => "第{number}号({from:MM.dd}-{to:MM.dd})",
        _ => " No. {number} ({from:MMM d}–{to:MMM d})",
    };
}
