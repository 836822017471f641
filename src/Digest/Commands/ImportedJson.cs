using System.Text.Json.Nodes;
using Digest.Publish;
using Digest.Run;

namespace Digest.Commands;

/// <summary>The report of an archive's import as JSON.</summary>
internal static class ImportedJson
{
    public static JsonObject Write(string newsletter, ArchiveImportReport report, PublishReport published) => new()
    {
        ["newsletter"] = newsletter,
        ["imported"] = report.Imported,
        ["known"] = report.Known,
        ["refused"] = report.Refused,
        ["files"] = JsonNodes.Array(report.Files, File),
        ["publish"] = RunReportJson.Publish(published),
    };

    private static JsonObject File(ArchiveFileOutcome outcome) => outcome switch
    {
        ArchiveFileOutcome.Imported imported => new JsonObject
        {
            ["file"] = imported.File,
            ["outcome"] = "imported",
            ["issue"] = imported.Issue.Ref.ToString(),
            ["title"] = imported.Issue.Title,
            ["sections"] = imported.Sections,
            ["items"] = imported.Items,
        },
        ArchiveFileOutcome.Known known => new JsonObject
        {
            ["file"] = known.File,
            ["outcome"] = "known",
            ["issue"] = known.Issue.ToString(),
        },
        ArchiveFileOutcome.Refused refused => new JsonObject
        {
            ["file"] = refused.File,
            ["outcome"] = "refused",
            ["reason"] = refused.Reason,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome of importing"),
    };
}
