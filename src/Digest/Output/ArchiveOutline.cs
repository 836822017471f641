using Digest.Publish;
using Digest.Run;

namespace Digest.Output;

/// <summary>What importing an archive came to, file by file.</summary>
public static class ArchiveOutline
{
    public static Outline Of(string newsletter, ArchiveImportReport report, PublishReport published) =>
        new($"{newsletter}: {report.Imported} imported, {report.Known} known, {report.Refused} refused")
        {
            Tone = report.Refused == 0 ? Tone.Good : Tone.Warning,
            Children = [.. report.Files.Select(File), PublishOutline.Of(published, issue: null)],
        };

    private static Outline File(ArchiveFileOutcome outcome) => outcome switch
    {
        ArchiveFileOutcome.Imported imported => new Outline(
            $"{imported.Issue.Ref}: {imported.Issue.Title}, {Counted.Of(imported.Sections, "section")}, "
            + Counted.Of(imported.Items, "item"))
        {
            Path = imported.File,
        },
        ArchiveFileOutcome.Known known => new Outline($"{known.Issue}: imported before")
        {
            Path = known.File,
            Tone = Tone.Quiet,
        },
        ArchiveFileOutcome.Refused refused => new Outline($"refused: {refused.Reason}")
        {
            Path = refused.File,
            Tone = Tone.Bad,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome of importing"),
    };
}
