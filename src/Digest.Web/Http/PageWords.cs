namespace Digest.Web.Http;

/// <summary>What the program's own pages say, in the languages its newsletters are written in.</summary>
public sealed record PageWords
{
    public required string Newsletters { get; init; }

    /// <summary>The heading and the button of the page that an unsubscribe link opens.</summary>
    public required string Unsubscribe { get; init; }

    /// <summary>{0} is the newsletter's title.</summary>
    public required string Question { get; init; }

    public required string Gone { get; init; }

    /// <summary>{0} is the newsletter's title.</summary>
    public required string GoneText { get; init; }

    private static readonly PageWords English = new()
    {
        Newsletters = "Newsletters",
        Unsubscribe = "Unsubscribe",
        Question = "Do you want no more issues of “{0}”?",
        Gone = "You are unsubscribed",
        GoneText = "You will get no more issues of “{0}”.",
    };

    private static readonly PageWords Chinese = new()
    {
        Newsletters = "新闻通讯",
        Unsubscribe = "退订",
        Question = "确定不再接收《{0}》吗？",
        Gone = "已退订",
        GoneText = "您不会再收到《{0}》。",
    };

    private static readonly PageWords Japanese = new()
    {
        Newsletters = "ニュースレター",
        Unsubscribe = "配信停止",
        Question = "「{0}」の配信を停止しますか？",
        Gone = "配信を停止しました",
        GoneText = "「{0}」は今後配信されません。",
    };

    /// <summary>English where the language is another one.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public static PageWords For(string language) => language.Split('-')[0].ToUpperInvariant() switch
    {
        "ZH" => Chinese,
        "JA" => Japanese,
        _ => English,
    };

    /// <summary>The language that <see cref="For"/> answers in: the page must not claim another.</summary>
    public static string LanguageOf(string language) => For(language) == English ? "en" : language;
}
