using System.Globalization;
using Digest.Model;
using Digest.Templating;

namespace Digest.Render;

/// <summary>Makes the model of the templates. Sentences are put together here; templates only place them.</summary>
internal sealed class IssueViewBuilder(Newsletter newsletter, Issue issue, IssueContent content, SiteAddress site)
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ssK";

    private readonly Chrome _chrome = Chrome.For(content.Language);
    private readonly string _name = PlainLine.Of(newsletter.Title);
    private readonly string _direction = LanguageTag.DirectionOf(content.Language);

    public IssueView Build(string linkDefinitions, string pageStyle)
    {
        var text = new TextIssue(linkDefinitions, new Uri(site.Issue(issue.Ref)));
        return new IssueView
        {
            Chrome = _chrome,
            Language = content.Language,
            Direction = _direction,
            Typeface = Typeface.Of(content.Language),
            Title = Title(),
            Newsletter = _name,
            Days = DayRange.Format(issue.From, issue.To, content.Language),
            Count = Fill(_chrome.Count, content.Stories.Count),
            Preheader = Header(),
            Summary = Summary.Of(content),
            Published = (issue.Approved ?? issue.Created).ToString(Moment, CultureInfo.InvariantCulture),
            Why = Fill(_chrome.Why, _name),
            Sender = Sender(),
            Links = Links(),
            Feeds = FeedLink.AllOf(newsletter, site),
            Style = new CleanHtml(pageStyle),
            Intro = Intro(text),
            IntroTextLinks = text.NewLinks(),
            Sections = Sections(text),
        };
    }

    private TitleView Title()
    {
        var title = PlainLine.Of(issue.Title);
        var line = new string('=', TextWidth.Of(title));
        return title.StartsWith(_name, StringComparison.Ordinal) && title.Length > _name.Length
            ? new TitleView(title, _name, title[_name.Length..].Trim(), line)
            : new TitleView(title, "", title, line);
    }

    private PreheaderView Header()
    {
        var text = Preheader.Of(content, newsletter, _chrome);
        return new PreheaderView(text, Preheader.Filler(text));
    }

    private SenderView Sender() => new(
        newsletter.From.Name ?? _name, newsletter.From.Address.Value, PlainLine.Of(newsletter.PostalAddress ?? ""));

    private LinksView Links() => new(
        site.Issue(issue.Ref),
        site.File(newsletter.Slug, Uri.EscapeDataString(issue.Ref.FileStem) + ".txt"),
        site.Home(newsletter.Slug),
        LetterSlots.Unsubscribe);

    private IReadOnlyList<ItemView> Intro(TextIssue text)
    {
        var isPreface = content.Sections.Count > 0;
        return [.. content.Intro.Select((item, i) => View(item, i, isPreface ? text.Preface(item) : text.Item(item)))];
    }

    private List<SectionView> Sections(TextIssue text)
    {
        var views = new List<SectionView>();
        for (var i = 0; i < content.Sections.Count; i++)
        {
            var section = content.Sections[i];
            var items = section.Items.Select((item, at) => View(item, at, text.Item(item))).ToList();
            var isLast = i + 1 == content.Sections.Count || content.Sections[i + 1].Depth == 0;
            views.Add(View(section, i, items, isLast ? text.NewLinks() : ""));
        }

        return views;
    }

    private SectionView View(ContentSection section, int at, List<ItemView> items, string links) => new()
    {
        Title = section.Title,
        Anchor = section.Anchor,
        IsTop = section.Depth == 0,
        Level = section.Depth == 0 ? 2 : 3,
        Count = items.Count + Below(section, at).Sum(below => below.Items.Count),
        Items = items,
        TextHeading = TextIssue.Heading(section.Title, section.Depth),
        TextLinks = links,
    };

    private IEnumerable<ContentSection> Below(ContentSection section, int at) =>
        content.Sections.Skip(at + 1).TakeWhile(below => below.Depth > section.Depth);

    private ItemView View(ContentItem item, int at, string text) => new()
    {
        Anchor = item.Anchor,
        Language = LanguageTag.Alike(item.Language, content.Language) ? "" : item.Language,
        Direction = LanguageTag.DirectionOf(item.Language) is var direction && direction != _direction ? direction : "",
        Typeface = Typeface.Of(item.Language),
        Html = item.Html,
        Text = text,
        IsLater = at > 0,
    };

    private static string Fill(string sentence, object value) =>
        string.Format(CultureInfo.InvariantCulture, sentence, value);
}
