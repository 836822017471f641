using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Digest.Web.Api;

/// <summary>How the API writes JSON: camelCase names, titles readable in any script, nulls written.</summary>
public static class ApiJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static IResult Answer(object value, int status = StatusCodes.Status200OK) =>
        Results.Json(value, Options, "application/json; charset=utf-8", status);
}
