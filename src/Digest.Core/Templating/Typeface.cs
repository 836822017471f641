namespace Digest.Templating;

/// <summary>How a script is named in a style sheet and in the rule for classic Outlook (standards.md H7).</summary>
/// <param name="CssClass">The class that carries the font stack in the style sheets.</param>
/// <param name="OutlookFont">One installed font: Word falls back to a serif if the first name is unknown.</param>
public sealed record Typeface(string CssClass, string OutlookFont)
{
    public static Typeface Of(string language) => LanguageTag.WritingOf(language) switch
    {
        WritingSystem.Hans => new Typeface("hans", "Microsoft YaHei"),
        WritingSystem.Hant => new Typeface("hant", "Microsoft JhengHei"),
        WritingSystem.Japanese => new Typeface("ja", "Yu Gothic"),
        _ => new Typeface("latn", "Segoe UI"),
    };
}
