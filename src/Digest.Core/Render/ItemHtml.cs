using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Digest.Templating;

namespace Digest.Render;

/// <summary>Makes an item's cleaned HTML fit for letters, pages and feeds. Targets stay as they are.</summary>
internal static partial class ItemHtml
{
    /// <summary>The class of an item's own title line.</summary>
    public const string TitleClass = "story";

    private static readonly HtmlParser Parser = new();

    /// <param name="html">Cleaned by the allow-list.</param>
    /// <param name="hasTitle">True if the item begins with a bold line of its own.</param>
    /// <param name="isGathered">
    /// True if a source wrote the item. Its images become links: nobody asked them to count our readers, and most
    /// would be fetched from hosts nobody knows (standards.md H9). Images that an editor put in stay.
    /// </param>
    public static IHtmlElement Read(string html, bool hasTitle, bool isGathered, Chrome chrome)
    {
        var body = Parser.ParseDocument($"<!doctype html><body>{html}</body>").Body!;
        foreach (var text in body.Descendants<IText>().ToList())
            text.TextContent = BlanksAtLineEnd().Replace(Turning().Replace(text.TextContent, ""), "\n");
        DemoteHeadings(body);
        foreach (var image in body.QuerySelectorAll<IHtmlImageElement>("img").ToList())
            Settle(image, isGathered, chrome);
        foreach (var link in body.QuerySelectorAll<IHtmlAnchorElement>("a[href]").ToList())
            Describe(link);
        if (hasTitle)
            SetTitleApart(body);

        return body;
    }

    public static string Write(IHtmlElement body) => body.InnerHtml.Trim();

    /// <summary>The headings of a letter are its sections; one inside an item would break their order.</summary>
    private static void DemoteHeadings(IHtmlElement body)
    {
        foreach (var heading in body.QuerySelectorAll("h1,h2,h3,h4,h5,h6").ToList())
        {
            var strong = body.Owner!.CreateElement("strong");
            strong.Append([.. heading.ChildNodes]);
            var paragraph = body.Owner!.CreateElement("p");
            paragraph.Append(strong);
            heading.Replace(paragraph);
        }
    }

    private static void Settle(IHtmlImageElement image, bool isGathered, Chrome chrome)
    {
        var alternative = PlainLine.Of(image.GetAttribute("alt") ?? "");
        image.SetAttribute("alt", alternative);
        if (!isGathered || image.GetAttribute("src") is not { Length: > 0 } source)
            return;

        var label = chrome.Image + chrome.Colon + (alternative.Length > 0 ? alternative : ShortAddress.Of(source));
        var document = image.Owner!;
        image.Replace(image.Closest("a") is null ? LinkTo(source, label, document) : document.CreateTextNode(label));
    }

    private static IElement LinkTo(string address, string label, IDocument document)
    {
        var link = document.CreateElement("a");
        link.SetAttribute("href", address);
        link.TextContent = label;
        return link;
    }

    private static void Describe(IHtmlAnchorElement link)
    {
        var label = link.TextContent.Trim();
        var isBare = label.Length == 0
            || label.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || label.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || label.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        if (isBare && link.QuerySelector("img") is null)
            link.TextContent = ShortAddress.Of(link.GetAttribute("href")!);
    }

    private static void SetTitleApart(IHtmlElement body)
    {
        if (body.FirstElementChild is not IHtmlParagraphElement paragraph
            || FirstWord(paragraph) is not IElement { LocalName: "strong" } strong)
            return;

        var title = body.Owner!.CreateElement("p");
        title.ClassName = TitleClass;
        title.Append(strong);
        paragraph.Before(title, body.Owner!.CreateTextNode("\n"));

        while (paragraph.FirstChild is { } first && (first.NodeName == "BR" || IsBlank(first)))
            paragraph.RemoveChild(first);
        if (paragraph.FirstChild is IText text)
            text.TextContent = text.TextContent.TrimStart();
        if (!paragraph.HasChildNodes)
            paragraph.Remove();
    }

    private static INode? FirstWord(INode parent) => parent.ChildNodes.FirstOrDefault(node => !IsBlank(node));

    private static bool IsBlank(INode node) => node is IText text && string.IsNullOrWhiteSpace(text.TextContent);

    /// <summary>Characters that turn the text behind them around, so that it reads as something else.</summary>
    [GeneratedRegex(@"[\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Turning();

    [GeneratedRegex(@"(?<![ \t])[ \t]+\n")]
    private static partial Regex BlanksAtLineEnd();
}
