using Digest.Model;

namespace Digest.Gather.WebPage;

/// <summary>Where the parts of a page's entries stand.</summary>
internal sealed record PageSettings
{
    private const string ItemKey = "item";
    private const string TitleKey = "title";
    private const string LinkKey = "link";
    private const string DateKey = "date";
    private const string BodyKey = "body";

    public static IReadOnlyList<SourceSetting> Known { get; } =
    [
        new(ItemKey, "article") { Check = PageSelector.Fault },
        new(TitleKey, "h2") { Check = PageSelector.Fault },
        new(LinkKey, "a.more") { Check = PageSelector.Fault },
        new(DateKey, "time@datetime") { Check = PageSelector.Fault },
        new(BodyKey, ".summary") { Check = PageSelector.Fault },
    ];

    /// <summary>The entries; null where the page is watched as a whole.</summary>
    public PageSelector? Item { get; private init; }

    public PageSelector? Title { get; private init; }

    public PageSelector? Link { get; private init; }

    public PageSelector? Date { get; private init; }

    /// <summary>An entry's text; of a page that is watched, the part that matters.</summary>
    public PageSelector? Body { get; private init; }

    public static PageSettings Of(SourceSettingValues values) => new()
    {
        Item = PageSelector.Of(values.Text(ItemKey)),
        Title = PageSelector.Of(values.Text(TitleKey)),
        Link = PageSelector.Of(values.Text(LinkKey)),
        Date = PageSelector.Of(values.Text(DateKey)),
        Body = PageSelector.Of(values.Text(BodyKey)),
    };

    /// <summary>Changes when a setting does: what an old setting left unread may be news under a new one.</summary>
    public string Mark(Uri address) => PageHash.Of(FormattableString.Invariant(
        $"{address.AbsoluteUri}\n{Item}\n{Title}\n{Link}\n{Date}\n{Body}"));
}
