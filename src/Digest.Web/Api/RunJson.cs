using System.Text.Json.Nodes;
using Digest.Run;

namespace Digest.Web.Api;

/// <summary>A recorded run as the API shows it. Field names are kept for ever.</summary>
public static class RunJson
{
    /// <summary>The report is what <c>digest run --json</c> writes; null until the run is finished.</summary>
    public static JsonObject Write(RunRecord record) => new()
    {
        ["id"] = record.Id,
        ["newsletter"] = record.Newsletter,
        ["state"] = RunReportJson.Word(record.State),
        ["at"] = IssueJson.Moment(record.At),
        ["started"] = IssueJson.Moment(record.Started),
        ["finished"] = IssueJson.Moment(record.Finished),
        ["report"] = record.ReportJson is { } report ? JsonNode.Parse(report) : null,
    };
}
