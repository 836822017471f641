using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Digest.Output;

/// <summary>
/// Where a command shows itself: results go to one writer, messages to the other. Trees, tables and colour are for
/// terminals; a pipe gets plain lines that never wrap.
/// </summary>
public sealed class Screen(TextWriter results, TextWriter messages, ScreenTraits traits, string workingDirectory)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public ScreenTraits Traits { get; } = traits;

    public TextWriter Results { get; } = results;

    /// <summary>Spectre's console on the results' writer, for tables and trees.</summary>
    public IAnsiConsole ResultConsole { get; } = Consoles.On(results, traits.ResultsAreTerminal, traits.HasColour);

    /// <summary>Spectre's console on the messages' writer, for progress bars.</summary>
    public IAnsiConsole MessageConsole { get; } = Consoles.On(messages, traits.MessagesAreTerminal, traits.HasColour);

    public void Line(string text) => Results.WriteLine(TerminalText.Line(text));

    /// <summary>Text of several lines; a pipe gets it unchanged.</summary>
    public void Block(string text) => Results.Write(Traits.ResultsAreTerminal ? TerminalText.Block(text) : text);

    public void Json(JsonNode node) => Results.WriteLine(node.ToJsonString(Readable));

    /// <summary>One line on stderr.</summary>
    public void Message(string text) => messages.WriteLine(TerminalText.Line(text));

    /// <summary>Several lines on stderr.</summary>
    public void Messages(string text) => messages.WriteLine(TerminalText.Block(text));

    public void Show(Outline outline)
    {
        if (Traits.ResultsAreTerminal)
            ResultConsole.Write(OutlineTree.Of(outline, workingDirectory));
        else
            OutlineLines.Write(Results, outline, workingDirectory);
    }

    /// <summary>A table on a terminal, else a line per row with tabs between its cells.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (Traits.ResultsAreTerminal)
        {
            ResultConsole.Write(Tables.Of(columns, rows));
            return;
        }

        foreach (var row in rows)
            Results.WriteLine(string.Join('\t', row.Select(TerminalText.Line)));
    }

    /// <summary>A path as people want to read it: relative where that is shorter.</summary>
    public string Shown(string path) => RelativePath.Of(path, workingDirectory);
}
