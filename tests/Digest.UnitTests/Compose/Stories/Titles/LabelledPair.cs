namespace Digest.UnitTests.Compose.Stories.Titles;

/// <summary>A line of <c>pairs.tsv</c>: label, two titles, and two texts where they matter, parted by tabs.</summary>
internal sealed record LabelledPair(bool IsSame, string One, string Other, string OneText, string OtherText)
{
    public static IReadOnlyList<LabelledPair> All { get; } = Read();

    public LabelledPair Turned => new(IsSame, Other, One, OtherText, OneText);

    private static LabelledPair[] Read()
    {
        using var stream = typeof(LabelledPair).Assembly.GetManifestResourceStream("pairs.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(cells => new LabelledPair(
                cells[0] == "same", cells[1], cells[2], cells.ElementAtOrDefault(3) ?? "",
                cells.ElementAtOrDefault(4) ?? ""))];
    }
}
