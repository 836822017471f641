using System.Globalization;
using System.Text;
using Digest.Markup;

namespace Digest.Render;

/// <summary>
/// The text of an issue, made from the model and not from its HTML (standards.md H10). One numbering of links runs
/// through the whole issue; each top section ends with the addresses that were new in it. Lines are never wrapped:
/// Chinese has no spaces to wrap at, and mail readers wrap by themselves.
/// </summary>
internal sealed class TextIssue(string linkDefinitions, Uri page)
{
    private const string Mark = "* ";
    private const string Indent = "  ";

    private readonly LinkList _links = new();
    private int _listed;

    public string Item(ContentItem item)
    {
        var text = MarkdownRenderer.ToText(item.Markdown, linkDefinitions, _links, page).Trim('\n');
        var lines = text.Split('\n').Select((line, i) => i == 0 ? Mark + line : Indent + line);
        return string.Join('\n', lines.Select(line => line.TrimEnd()));
    }

    /// <summary>A preface is no list: its paragraphs stand as they are.</summary>
    public string Preface(ContentItem item) =>
        MarkdownRenderer.ToText(item.Markdown, linkDefinitions, _links, page).Trim('\n');

    /// <summary>The addresses that are new since the last call; empty if there is none.</summary>
    public string NewLinks()
    {
        var lines = new StringBuilder();
        for (; _listed < _links.Addresses.Count; _listed++)
            lines.Append(CultureInfo.InvariantCulture, $"[{_listed + 1}] {_links.Addresses[_listed]}\n");

        return lines.ToString().TrimEnd('\n');
    }

    public static string Heading(string title, int depth) => (title, depth) switch
    {
        ("", _) => "",
        (_, 0) => $"{title}\n{new string('-', TextWidth.Of(title))}",
        _ => $"{new string('#', depth + 2)} {title}",
    };
}
