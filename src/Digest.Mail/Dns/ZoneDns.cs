using System.Net;
using System.Text.Json;

namespace Digest.Mail.Dns;

/// <summary>
/// Answers out of a JSON file, so that records can be tried before they are published and tests need no network. Names
/// hold types, types hold records, as in the zone files of mailauth:
/// <c>{"news.example":{"TXT":[["v=spf1 -all"]],"MX":[{"exchange":"mx.example","priority":10}],"A":["192.0.2.1"]}}</c>.
/// A text instead of the list, such as <c>"TXT":"SERVFAIL"</c>, makes that question fail; below <c>ANY</c> it makes
/// all of the name fail. A name that only stands above others exists without records.
/// </summary>
public sealed class ZoneDns : IDnsSource
{
    private const int MaxDepth = 8;
    private readonly Dictionary<string, Dictionary<string, JsonElement>> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _existing = new(StringComparer.Ordinal);

    private ZoneDns(JsonElement zone)
    {
        foreach (var name in zone.EnumerateObject())
        {
            if (!DnsName.TryNormalize(name.Name, out var normal))
                throw new FormatException($"'{name.Name}' is no domain name");

            _names[normal] = name.Value.EnumerateObject().ToDictionary(
                type => type.Name.ToUpperInvariant(), type => type.Value, StringComparer.Ordinal);
            for (var rest = normal; rest.Length > 0; rest = Parent(rest))
                _existing.Add(rest);
        }

        CheckEverything();
    }

    /// <exception cref="FormatException">The text is no such file; the message says where.</exception>
    public static ZoneDns Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return new ZoneDns(document.RootElement.Clone());
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException
            or ArgumentException or KeyNotFoundException)
        {
            throw new FormatException(trouble.Message, trouble);
        }
    }

    public Task<DnsReply> AskAsync(DnsQuestion question, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(question));

    private DnsReply Answer(DnsQuestion question)
    {
        if (!_existing.Contains(question.Name))
            return new DnsReply.NoName();
        if (!_names.TryGetValue(question.Name, out var types))
            return new DnsReply.Records([]);

        if ((Failure(types, "ANY") ?? Failure(types, TypeName(question.Type))) is { } failure)
            return failure;

        var aliases = question.Type == DnsType.Cname ? [] : Records(question.Name, DnsType.Cname, types);
        return new DnsReply.Records([.. Records(question.Name, question.Type, types), .. aliases]);
    }

    private static DnsReply.Failed? Failure(Dictionary<string, JsonElement> types, string type) =>
        types.TryGetValue(type, out var value) && value.ValueKind == JsonValueKind.String
            ? new DnsReply.Failed($"the zone file says {value.GetString()}")
            : null;

    private static IEnumerable<DnsRecord> Records(
        string name, DnsType type, Dictionary<string, JsonElement> types) =>
        types.TryGetValue(TypeName(type), out var values)
            ? values.EnumerateArray().Select(value => Record(name, type, value))
            : [];

    private static DnsRecord Record(string name, DnsType type, JsonElement value) => type switch
    {
        DnsType.Txt => new DnsRecord.Text(name, Strings(value)),
        DnsType.Mx => new DnsRecord.Exchanger(
            name, value.GetProperty("priority").GetInt32(), Name(value.GetProperty("exchange"))),
        DnsType.A or DnsType.Aaaa => new DnsRecord.Address(name, type, IPAddress.Parse(Text(value))),
        _ => new DnsRecord.Host(name, type, Name(value)),
    };

    private static string[] Strings(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Text)] : [Text(value)];

    private static string Name(JsonElement value) => DnsName.TryNormalize(Text(value), out var name)
        ? name
        : throw new FormatException($"'{Text(value)}' is no domain name");

    private static string Text(JsonElement value) => value.GetString() ?? throw new FormatException("null is no text");

    /// <summary>Reads every record once: a fault in the file must not look like a missing record.</summary>
    private void CheckEverything()
    {
        foreach (var (name, types) in _names)
            foreach (var type in types.Keys.Where(type => type != "ANY"))
            {
                if (!Enum.TryParse<DnsType>(type, ignoreCase: true, out var known) || char.IsAsciiDigit(type[0]))
                    throw new FormatException($"'{type}' below '{name}' is no record type of these files");

                _ = Failure(types, type) is null ? Records(name, known, types).Count() : 0;
            }
    }

    private static string TypeName(DnsType type) => type.ToString().ToUpperInvariant();

    private static string Parent(string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? name[(dot + 1)..] : "";
}
