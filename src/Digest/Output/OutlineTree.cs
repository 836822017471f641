using Spectre.Console;
using StyledText = Spectre.Console.Markup;

namespace Digest.Output;

/// <summary>Draws an outline as a tree whose paths can be clicked.</summary>
public static class OutlineTree
{
    public static Tree Of(Outline outline, string workingDirectory)
    {
        var tree = new Tree(new StyledText(MarkupOf(outline, workingDirectory)));
        Add(tree, outline.Children, workingDirectory);
        return tree;
    }

    /// <summary>Spectre's mark-up of one line; what came from outside is escaped.</summary>
    public static string MarkupOf(Outline outline, string workingDirectory)
    {
        var text = StyledText.Escape(TerminalText.Line(outline.Text));
        var toned = Style(outline.Tone) is { } style ? $"[{style}]{text}[/]" : text;
        return outline.Path is null ? toned : $"{toned}  {Link(outline.Path, workingDirectory)}";
    }

    private static void Add(IHasTreeNodes parent, IReadOnlyList<Outline> children, string workingDirectory)
    {
        foreach (var child in children)
            Add(parent.AddNode(MarkupOf(child, workingDirectory)), child.Children, workingDirectory);
    }

    private static string Link(string path, string workingDirectory)
    {
        var shown = StyledText.Escape(TerminalText.Line(RelativePath.Of(path, workingDirectory)));

        // Brackets end Spectre's tag, and a URI may hold them only as escapes anyway.
        return Path.IsPathRooted(path)
            ? $"[link={new Uri(path).AbsoluteUri.Replace("[", "%5B").Replace("]", "%5D")}]{shown}[/]"
            : shown;
    }

    private static string? Style(Tone tone) => tone switch
    {
        Tone.Good => "green",
        Tone.Warning => "yellow",
        Tone.Bad => "red",
        Tone.Quiet => "grey",
        _ => null,
    };
}
