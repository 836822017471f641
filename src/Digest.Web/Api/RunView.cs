using System.Text.Json;
using Digest.Run;

namespace Digest.Web.Api;

/// <summary>A run as the API shows it.</summary>
/// <param name="Report">As the command line's <c>--json</c> gives it; null until the run is finished.</param>
public sealed record RunView(
    string Id,
    string Newsletter,
    RunState State,
    DateTimeOffset? At,
    DateTimeOffset Started,
    DateTimeOffset? Finished,
    JsonElement? Report)
{
    public static RunView Of(RunRecord record) => new(
        record.Id,
        record.Newsletter,
        record.State,
        record.At,
        record.Started,
        record.Finished,
        record.ReportJson is { } json ? JsonSerializer.Deserialize<JsonElement>(json) : null);
}
