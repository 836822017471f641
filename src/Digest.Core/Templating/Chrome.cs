namespace Digest.Templating;

/// <summary>The words around an issue, in the four languages the project writes itself. Others read English.</summary>
public sealed record Chrome
{
    public required string ViewInBrowser { get; init; }
    public required string Unsubscribe { get; init; }

    /// <summary>{0} is the newsletter's title.</summary>
    public required string Why { get; init; }

    /// <summary>{0} is the number of items.</summary>
    public required string Count { get; init; }

    public required string Contents { get; init; }
    public required string PreviousIssues { get; init; }
    public required string AllIssues { get; init; }
    public required string NoIssues { get; init; }
    public required string Sender { get; init; }
    public required string Feeds { get; init; }
    public required string IssueFeed { get; init; }
    public required string StoryFeed { get; init; }

    /// <summary>{0} is how many issues the feeds hold at least.</summary>
    public required string FeedsHold { get; init; }

    public required string PlainText { get; init; }
    public required string Image { get; init; }
    public required string BackToTop { get; init; }

    /// <summary>Fills a preheader that would be too short.</summary>
    public required string ReadOn { get; init; }

    public required string Colon { get; init; }

    public static Chrome For(string language) => LanguageTag.WritingOf(language) switch
    {
        WritingSystem.Hans => ChromeTable.Hans,
        WritingSystem.Hant => ChromeTable.Hant,
        WritingSystem.Japanese => ChromeTable.Japanese,
        _ => ChromeTable.English,
    };
}
