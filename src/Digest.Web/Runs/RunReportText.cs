using System.Text.Json;
using System.Text.Json.Serialization;
using Digest.Run;

namespace Digest.Web.Runs;

/// <summary>The report of a run as it is recorded.</summary>
public static class RunReportText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(RunReport report) => JsonSerializer.Serialize(report, Options);
}
