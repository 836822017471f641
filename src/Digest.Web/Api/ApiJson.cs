using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Digest.Web.Api;

/// <summary>How the API answers: JSON readable in any script, which no browser takes for HTML (nosniff).</summary>
public static class ApiJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IResult Answer(JsonObject value, int status = StatusCodes.Status200OK) =>
        Results.Content(value.ToJsonString(Options), "application/json; charset=utf-8", statusCode: status);

    /// <summary>A list below a name, so that fields can be added beside it.</summary>
    public static IResult AnswerList(string name, IEnumerable<JsonObject> items) =>
        Answer(new JsonObject { [name] = new JsonArray([.. items]) });
}
