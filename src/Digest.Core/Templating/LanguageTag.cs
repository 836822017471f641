namespace Digest.Templating;

/// <summary>What templates need to know about a BCP 47 tag.</summary>
public static class LanguageTag
{
    private static readonly string[] RightToLeft = ["ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"];
    private static readonly string[] Traditional = ["hant", "tw", "hk", "mo"];

    public static WritingSystem WritingOf(string tag) => Subtags(tag) switch
    {
        ["ja", ..] => WritingSystem.Japanese,
        ["zh" or "yue" or "wuu" or "cmn", .. var rest] when rest.Any(Traditional.Contains) => WritingSystem.Hant,
        ["zh" or "yue" or "wuu" or "cmn", ..] => WritingSystem.Hans,
        _ => WritingSystem.Latin,
    };

    /// <summary>The value of <c>dir</c>: <c>ltr</c> or <c>rtl</c>.</summary>
    public static string DirectionOf(string tag) => RightToLeft.Contains(Subtags(tag)[0]) ? "rtl" : "ltr";

    /// <summary>True if both are read and set alike: <c>en</c> and <c>en-GB</c>, but not zh-Hans and zh-Hant.</summary>
    public static bool Alike(string one, string other) =>
        Subtags(one)[0] == Subtags(other)[0] && WritingOf(one) == WritingOf(other);

    /// <summary>Only letters, digits and dashes in parts of one to eight characters, as RFC 5646 has them.</summary>
    public static bool IsWellFormed(string tag) =>
        tag.Split('-').All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit))
        && char.IsAsciiLetter(tag[0]);

    private static string[] Subtags(string tag) => tag.ToLowerInvariant().Split('-');
}
