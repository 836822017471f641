using Digest.Model;

namespace Digest.Run;

/// <summary>What importing an archive came to, file by file.</summary>
public sealed record ArchiveImportReport(IReadOnlyList<ArchiveFileOutcome> Files)
{
    public int Imported => Files.Count(file => file is ArchiveFileOutcome.Imported);

    public int Known => Files.Count(file => file is ArchiveFileOutcome.Known);

    public int Refused => Files.Count(file => file is ArchiveFileOutcome.Refused);
}

/// <summary>What importing one file came to.</summary>
/// <param name="File">The path of the file that was read.</param>
public abstract record ArchiveFileOutcome(string File)
{
    /// <summary>It is a past issue now.</summary>
    /// <param name="Sections">Sections and sub-sections with a heading.</param>
    public sealed record Imported(string File, Issue Issue, int Sections, int Items) : ArchiveFileOutcome(File);

    /// <summary>It was imported before, from the same text.</summary>
    public sealed record Known(string File, IssueRef Issue) : ArchiveFileOutcome(File);

    /// <summary>It was left out; nothing was changed for it.</summary>
    public sealed record Refused(string File, string Reason) : ArchiveFileOutcome(File);
}
