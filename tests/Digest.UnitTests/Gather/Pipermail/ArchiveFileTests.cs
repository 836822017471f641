using Digest.Gather.Pipermail;
using Xunit;

namespace Digest.UnitTests.Gather.Pipermail;

public sealed class ArchiveFileTests
{
    [Theory]
    [InlineData("2026-November.txt.gz", "2026-November", "2026-11-01", "2026-12-01")]
    [InlineData("2026-December.txt", "2026-December", "2026-12-01", "2027-01-01")]
    [InlineData("2026q4.txt", "2026q4", "2026-10-01", "2027-01-01")]
    [InlineData("2026.txt.gz", "2026", "2026-01-01", "2027-01-01")]
    [InlineData("Week-of-Mon-20261109.txt", "Week-of-Mon-20261109", "2026-11-09", "2026-11-16")]
    [InlineData("20261109.txt", "20261109", "2026-11-09", "2026-11-10")]
    public void Name_says_the_period(string name, string volume, string start, string end)
    {
        var file = ArchiveFile.Of(name)!;

        Assert.Equal((volume, start, end), (file.Volume, $"{file.Start:yyyy-MM-dd}", $"{file.End:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("2026-Brumaire.txt")]
    [InlineData("2026-November.html")]
    [InlineData("0000.txt")]
    [InlineData("9999-December.txt")]
    [InlineData("20261399.txt")]
    [InlineData("2026q5.txt")]
    [InlineData("notes.txt")]
    public void Other_files_are_no_archive(string name) => Assert.Null(ArchiveFile.Of(name));
}
