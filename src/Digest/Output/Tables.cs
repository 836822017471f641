using Spectre.Console;
using StyledText = Spectre.Console.Markup;

namespace Digest.Output;

/// <summary>Draws tables of untrusted text.</summary>
internal static class Tables
{
    // A name or a moment that is broken into two lines cannot be read; a title can.
    private const int LongestWhole = 22;

    public static Table Of(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var cells = rows.Select(row => row.Select(TerminalText.Line).ToList()).ToList();
        var table = new Table().Border(TableBorder.Simple);
        for (var at = 0; at < columns.Count; at++)
        {
            var column = new TableColumn(StyledText.Escape(columns[at]));
            var isShort = cells.TrueForAll(row => row.Count <= at || row[at].Length <= LongestWhole);
            table.AddColumn(isShort ? column.NoWrap() : column);
        }

        foreach (var row in cells)
            table.AddRow([.. row.Select(cell => new StyledText(StyledText.Escape(cell)))]);

        return table;
    }
}
