namespace Digest.Templating;

/// <summary>The closed table behind <see cref="Chrome.For"/>.</summary>
internal static class ChromeTable
{
    public static Chrome Hans { get; } = new()
    {
        ViewInBrowser = "在浏览器中阅读",
        Unsubscribe = "退订本刊",
        Why = "您收到这封信，是因为订阅了《{0}》。",
        Count = "共 {0} 条",
        Contents = "本期目录",
        PreviousIssues = "往期内容",
        AllIssues = "全部期刊",
        NoIssues = "第一期还在编辑中。",
        Sender = "发件人",
        Feeds = "订阅源",
        IssueFeed = "按期订阅",
        StoryFeed = "逐条订阅",
        FeedsHold = "订阅源至少含最近 {0} 期，并链接到更早的各期。",
        PlainText = "纯文本",
        Image = "图片",
        BackToTop = "回到顶部",
        ReadOn = "打开这封信，看看这段时间社区里发生了什么；也可以在浏览器中阅读全文。",
        Colon = "：",
    };

    public static Chrome Hant { get; } = new()
    {
        ViewInBrowser = "在瀏覽器中閱讀",
        Unsubscribe = "取消訂閱本刊",
        Why = "您收到這封信，是因為訂閱了《{0}》。",
        Count = "共 {0} 則",
        Contents = "本期目錄",
        PreviousIssues = "過往期數",
        AllIssues = "全部期數",
        NoIssues = "第一期還在編輯中。",
        Sender = "寄件人",
        Feeds = "訂閱源",
        IssueFeed = "按期訂閱",
        StoryFeed = "逐則訂閱",
        FeedsHold = "訂閱源至少含最近 {0} 期，並連結到更早的各期。",
        PlainText = "純文字",
        Image = "圖片",
        BackToTop = "回到頂端",
        ReadOn = "打開這封信，看看這段時間社群裡發生了什麼；也可以在瀏覽器中閱讀全文。",
        Colon = "：",
    };

    public static Chrome Japanese { get; } = new()
    {
        ViewInBrowser = "ブラウザーで読む",
        Unsubscribe = "配信を停止する",
        Why = "このメールは「{0}」を購読されている方にお送りしています。",
        Count = "全 {0} 件",
        Contents = "今号の目次",
        PreviousIssues = "バックナンバー",
        AllIssues = "すべての号",
        NoIssues = "最初の号を準備しています。",
        Sender = "差出人",
        Feeds = "フィード",
        IssueFeed = "号ごとのフィード",
        StoryFeed = "記事ごとのフィード",
        FeedsHold = "フィードには最新の {0} 号以上が入り、それより前の号もそこからたどれます。",
        PlainText = "テキスト版",
        Image = "画像",
        BackToTop = "先頭へ戻る",
        ReadOn = "この期間にコミュニティで起きたことをまとめました。ブラウザーでもお読みいただけます。",
        Colon = "：",
    };

    public static Chrome English { get; } = new()
    {
        ViewInBrowser = "Read in your browser",
        Unsubscribe = "Unsubscribe from this newsletter",
        Why = "You receive this letter because you subscribed to {0}.",
        Count = "{0} items",
        Contents = "In this issue",
        PreviousIssues = "Previous issues",
        AllIssues = "All issues",
        NoIssues = "The first issue is being edited.",
        Sender = "Sent by",
        Feeds = "Feeds",
        IssueFeed = "One entry per issue",
        StoryFeed = "One entry per story",
        FeedsHold = "The feeds hold at least the newest {0} issues and link to all older ones.",
        PlainText = "Plain text",
        Image = "Image",
        BackToTop = "Back to top",
        ReadOn = "Open this letter to see what happened in the community, or read it in your browser.",
        Colon = ": ",
    };
}
