using Digest.Templating;

namespace Digest.Compose;

/// <summary>The program's own words in a draft, in the newsletter's language.</summary>
internal sealed record DraftWords
{
    private static readonly DraftWords Chinese = new()
    {
        Unsorted = "其他动态",
        Everything = "动态",
        Author = "（{0}）",
        Guide =
        [
            "这是草稿，请随意修改：删去一条即不再刊出，也不会再次出现；可以在栏目之间移动条目，也可以自己写。",
            "再次收集只会在各栏目末尾添加新条目，不会改动已有的文字。以 item: 开头的注释用来认出条目，请留在条目上方。",
            "在条目之间加入自己写的条目时，请在其上方加一行只含 item 一词的注释。标题与日期在最上方，可以改。",
        ],
    };

    private static readonly DraftWords TraditionalChinese = Chinese with
    {
        Unsorted = "其他動態",
        Everything = "動態",
        Guide =
        [
            "這是草稿，請隨意修改：刪去一條即不再刊出，也不會再次出現；可以在欄目之間移動條目，也可以自己寫。",
            "再次收集只會在各欄目末尾添加新條目，不會改動已有的文字。以 item: 開頭的註解用來認出條目，請留在條目上方。",
            "在條目之間加入自己寫的條目時，請在其上方加一行只含 item 一詞的註解。標題與日期在最上方，可以改。",
        ],
    };

    private static readonly DraftWords Japanese = new()
    {
        Unsorted = "その他",
        Everything = "動向",
        Author = "（{0}）",
        Guide =
        [
            "これは下書きです。自由に編集してください。項目を消せば掲載されず、再び現れることもありません。節の間で移しても、書き足しても構いません。",
            "再収集は各節の末尾に新しい項目を足すだけで、既にある文には触れません。item: で始まるコメントは項目の目印なので、項目の上に残してください。",
            "項目の間に自分の項目を書くときは、その上に item とだけ書いたコメントを置いてください。題と日付は先頭で変えられます。",
        ],
    };

    private static readonly DraftWords English = new()
    {
        Unsorted = "Other",
        Everything = "News",
        Author = " ({0})",
        Guide =
        [
            "A draft, yours to edit. Delete an item to drop it for good; move items between sections; write your own.",
            "Gathering again only adds new items at the end of their sections and changes nothing that is here.",
            "A comment that begins with item: tells an item; leave it above its item.",
            "Between other items, put a comment of the one word item above an item of your own.",
            "Title and dates are at the top, and yours to change.",
        ],
    };

    /// <summary>The title of the section for items that no rule takes.</summary>
    public required string Unsorted { get; init; }

    /// <summary>The title of the one section of a newsletter that names none.</summary>
    public required string Everything { get; init; }

    /// <summary>How an item's author is named after its text.</summary>
    public required string Author { get; init; }

    /// <summary>How to edit a draft, a line each.</summary>
    public required IReadOnlyList<string> Guide { get; init; }

    public static DraftWords For(string language) => LanguageTag.WritingOf(language) switch
    {
        WritingSystem.Hans => Chinese,
        WritingSystem.Hant => TraditionalChinese,
        WritingSystem.Japanese => Japanese,
        _ => English,
    };
}
