using Digest.Model;
using Digest.Render.Css;
using Digest.Templating;
using Microsoft.Extensions.Logging;

namespace Digest.Render;

/// <summary>
/// Renders an issue once: HTML mail, text, page and feed content. A pure function of its arguments and the templates.
/// </summary>
public sealed partial class IssueRenderer(Templates templates, SiteAddress site, ILogger<IssueRenderer> logger)
{
    /// <param name="newsletter">Its own templates are used where it has any.</param>
    /// <param name="issue">With its final title, range, state and approval time; the hash is filled in here.</param>
    /// <param name="document">What the editor approved.</param>
    /// <exception cref="DigestException">A template is missing or broken, or the letter is too large.</exception>
    public FrozenIssue Render(Newsletter newsletter, Issue issue, IssueDocument document)
    {
        var set = templates.For(newsletter);
        var page = new Uri(site.Issue(issue.Ref));
        var content = new ContentReader(issue, document, LanguageOf(newsletter, document), page).Read();
        var view = new IssueViewBuilder(newsletter, issue, content, site)
            .Build(document.LinkDefinitions, set.Style("theme.css"));
        var html = CssInliner.Inline(set.Render("issue.html", view), set.Style("mail.css"));

        var size = LetterSize.Check(issue, html);
        if (size > LetterSize.WarnAbove)
            Log.LetterIsLarge(logger, issue.Ref, size / 1024);

        var frozen = Freeze(issue, content, view, set) with { Html = html };
        return frozen with { Issue = issue with { ContentHash = ContentHash.Of(frozen) } };
    }

    /// <summary>A special issue may be in another language than its newsletter.</summary>
    private static string LanguageOf(Newsletter newsletter, IssueDocument document)
    {
        var told = document.FrontMatter["language"] ?? document.FrontMatter["lang"];
        return told is not null && LanguageTag.IsWellFormed(told) ? told : newsletter.Language;
    }

    private static FrozenIssue Freeze(Issue issue, IssueContent content, IssueView view, TemplateSet set) => new()
    {
        Issue = issue,
        Language = content.Language,
        Subject = view.Title.Whole,
        Preheader = view.Preheader.Text,
        Html = "",
        Text = Tidy(set.Render("issue.txt", view)),
        Page = set.Render("page.html", view),
        Summary = view.Summary,
        BodyHtml = set.Render("body.html", view).Trim(),
        Stories = [.. content.Stories.Select(item => Story(issue, item))],
        ItemIds = [.. content.ItemIds],
    };

    private static string Tidy(string text) => text.Trim('\n') + "\n";

    private static FrozenStory Story(Issue issue, ContentItem item) => new()
    {
        Id = $"{issue.Id}#{item.Key}",
        Anchor = item.Anchor,
        Title = item.Title,
        Section = item.Section,
        Url = item.Url,
        Html = item.Html.Value,
        Language = item.Language,
    };

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Warning, "{Issue}: the letter has {Size} KB of HTML; Gmail cuts at about 100 KB")]
        public static partial void LetterIsLarge(ILogger logger, IssueRef issue, int size);
    }
}
