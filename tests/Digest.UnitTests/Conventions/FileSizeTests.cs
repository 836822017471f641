using Xunit;

namespace Digest.UnitTests.Conventions;

public sealed class FileSizeTests
{
    private const int MaxLines = 400;
    private const int UsualLines = 180;
    private const int MaxColumns = 120;

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines() =>
        Findings.MustBeNone(SourceFile.All.Where(file => file.Lines.Length > MaxLines).Select(Describe));

    [Fact]
    public void Nine_files_in_ten_have_at_most_a_hundred_and_eighty_lines()
    {
        var tall = SourceFile.All.Where(file => file.Lines.Length > UsualLines).Select(Describe).ToList();

        if (tall.Count * 10 > SourceFile.All.Count())
            Findings.MustBeNone(tall);
    }

    [Fact]
    public void No_line_is_wider_than_a_hundred_and_twenty_columns() => Findings.MustBeNone(SourceFile.All.SelectMany(
        file => file.Lines.Index().Where(line => WidthOf(line.Item) > MaxColumns)
            .Select(line => $"{file.Path}:{line.Index + 1} has {WidthOf(line.Item)} columns")));

    private static int WidthOf(string line) => line.EnumerateRunes().Count();

    private static string Describe(SourceFile file) => $"{file.Path} has {file.Lines.Length} lines";
}
