using System.Globalization;
using System.Text.Json.Nodes;
using Digest.Mail.Dns;

namespace Digest.Testing;

/// <summary>
/// A zone out of lines such as <c>news.example MX 10 mx.news.example</c>. A quoted TXT may hold several strings; a
/// type followed by <c>SERVFAIL</c> fails.
/// </summary>
public static class Zone
{
    public static DnsResolver Of(params IEnumerable<string> lines) =>
        new(ZoneDns.Parse(JsonOf(lines)), new DnsTimes(), TimeProvider.System);

    public static string JsonOf(IEnumerable<string> lines)
    {
        var zone = new JsonObject();
        foreach (var line in lines)
        {
            var words = line.Split(' ', 3);
            zone.TryAdd(words[0], new JsonObject());
            var types = zone[words[0]]!.AsObject();
            if (words[2] == "SERVFAIL")
                types[words[1]] = words[2];
            else if (types[words[1]] is JsonArray records)
                records.Add(Record(words[1], words[2]));
            else
                types[words[1]] = new JsonArray(Record(words[1], words[2]));
        }

        return zone.ToJsonString();
    }

    private static JsonNode Record(string type, string data) => type switch
    {
        "MX" => new JsonObject
        {
            ["priority"] = int.Parse(data.Split(' ')[0], CultureInfo.InvariantCulture),
            ["exchange"] = data.Split(' ')[1],
        },
        "TXT" when data.StartsWith('"') => new JsonArray(
            [.. data.Trim('"').Split("\" \"").Select(text => (JsonNode)JsonValue.Create(text))]),
        "TXT" => new JsonArray(JsonValue.Create(data)),
        _ => JsonValue.Create(data),
    };
}
