using Spectre.Console;
using StyledText = Spectre.Console.Markup;

namespace Digest.Output;

/// <summary>Draws tables of untrusted text.</summary>
internal static class Tables
{
    public static Table Of(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(StyledText.Escape(column));
        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => new StyledText(StyledText.Escape(TerminalText.Line(cell))))]);

        return table;
    }
}
