using AngleSharp;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Digest.Model;

namespace Digest.Render.Css;

/// <summary>
/// Moves a style sheet into <c>style</c> attributes, because mail readers drop or ignore style elements (standards.md
/// H2). What cannot be inlined stays in two small style elements at the end of the head.
/// </summary>
public static class CssInliner
{
    private static readonly HtmlParser Html = new();
    private static readonly CssSelectorParser Selectors = new();

    /// <param name="html">A whole document.</param>
    /// <exception cref="DigestException">The style sheet has a selector that cannot be read.</exception>
    public static string Inline(string html, string css)
    {
        var document = Html.ParseDocument(html);
        var sheet = StyleSheet.Parse(css);

        InlineRules(document.Body!, sheet.Inlined);
        Keep(document, sheet.Adaptive);
        Keep(document, sheet.Dark);
        RemoveUnusedClasses(document, sheet.Adaptive + sheet.Dark);
        RemoveIndentation(document);
        return document.ToHtml(HtmlMarkupFormatter.Instance).ReplaceLineEndings("\n") + "\n";
    }

    private static void InlineRules(IHtmlElement body, IReadOnlyList<CssRule> rules)
    {
        var parts = rules.SelectMany(Parts).ToList();
        foreach (var element in body.QuerySelectorAll("*").Prepend(body))
        {
            var cascade = new Cascade();
            foreach (var (selector, declarations) in parts.Where(part => part.Selector.Match(element, null)))
            {
                foreach (var declaration in declarations)
                    cascade.Add(declaration, selector.Specificity);
            }

            foreach (var declaration in CssDeclaration.ParseAll(element.GetAttribute("style") ?? ""))
                cascade.AddOwn(declaration);

            if (cascade.ToStyle() is { Length: > 0 } style)
                element.SetAttribute("style", style);
        }
    }

    private static IEnumerable<Part> Parts(CssRule rule) =>
        CssText.Split(rule.Selectors, ',').Select(text => new Part(Read(text), rule.Declarations));

    private static ISelector Read(string selector) => Selectors.ParseSelector(selector)
        ?? throw new DigestException($"mail.css: \"{selector}\" is no selector; mend it or restore the default file");

    private static void Keep(IHtmlDocument document, string css)
    {
        if (css.Length == 0)
            return;

        var style = document.CreateElement("style");
        style.TextContent = $"\n{css}\n";
        document.Head!.Append(style, document.CreateTextNode("\n"));
    }

    /// <summary>A class that no kept rule names only makes the letter longer, and Gmail cuts long letters.</summary>
    private static void RemoveUnusedClasses(IHtmlDocument document, string kept)
    {
        foreach (var element in document.QuerySelectorAll("[class]"))
        {
            var unused = element.ClassList.Where(name => !kept.Contains('.' + name, StringComparison.Ordinal));
            element.ClassList.Remove([.. unused]);
            if (element.ClassList.Length == 0)
                element.RemoveAttribute("class");
        }
    }

    private static void RemoveIndentation(IHtmlDocument document)
    {
        foreach (var text in document.Descendants<IText>().Where(IsIndentation).ToList())
            text.TextContent = "\n";
    }

    private static bool IsIndentation(IText text) =>
        text.TextContent.StartsWith('\n') && text.TextContent.All(character => character is '\n' or ' ')
        && text.ParentElement?.Closest("pre") is null;

    /// <summary>One selector of a rule's list: each has a specificity of its own.</summary>
    private sealed record Part(ISelector Selector, IReadOnlyList<CssDeclaration> Declarations);
}
