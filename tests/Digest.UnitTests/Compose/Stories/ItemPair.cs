using System.Globalization;
using Digest.Model;

namespace Digest.UnitTests.Compose.Stories;

/// <summary>A line of <c>items.tsv</c>: two items of two sources, and whether an editor calls them one story.</summary>
internal sealed record ItemPair(bool IsSame, string About, Item One, Item Other)
{
    private const int CellsOfItem = 6;

    public static IReadOnlyList<ItemPair> All { get; } = Read();

    private static ItemPair[] Read()
    {
        using var stream = typeof(ItemPair).Assembly.GetManifestResourceStream("items.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(cells => new ItemPair(
                cells[0] == "same", cells[1], Item(cells[2..], "one"), Item(cells[(2 + CellsOfItem)..], "other")))];
    }

    private static Item Item(string[] cells, string source)
    {
        var day = new DateTimeOffset(
            DateOnly.Parse(cells[1], CultureInfo.InvariantCulture).ToDateTime(default), TimeSpan.Zero);
        return new Item
        {
            Id = ItemId.Of("weekly", source, $"{cells[2]} {cells[3]}"),
            Newsletter = "weekly",
            SourceId = source,
            FirstSeen = day,
            Content = new GatheredItem
            {
                ExternalId = $"{cells[2]} {cells[3]}",
                Title = cells[2],
                Url = cells[3],
                Body = cells[4].Replace("\\n", "\n", StringComparison.Ordinal),
                Kind = Enum.Parse<ItemKind>(cells[0]),
                Published = day,
                Objects = cells[5].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            },
        };
    }
}
