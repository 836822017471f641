namespace Digest.Output;

/// <summary>Writes an outline as plain lines, two spaces for each step inwards.</summary>
public static class OutlineLines
{
    public static void Write(TextWriter writer, Outline outline, string workingDirectory) =>
        Write(writer, outline, workingDirectory, depth: 0);

    private static void Write(TextWriter writer, Outline outline, string workingDirectory, int depth)
    {
        var text = TerminalText.Line(outline.Text);
        var path = outline.Path is null ? "" : TerminalText.Line(RelativePath.Of(outline.Path, workingDirectory));
        writer.Write(new string(' ', 2 * depth));
        writer.WriteLine(path.Length == 0 ? text : $"{text}  {path}");
        foreach (var child in outline.Children)
            Write(writer, child, workingDirectory, depth + 1);
    }
}
