using System.Text.Json.Nodes;
using Digest.Mail.Dkim;
using Digest.Output;

namespace Digest.Commands;

/// <summary>A key's DNS record and settings, to copy. Lines that never wrap, because half a record is none.</summary>
public static class DkimRecordView
{
    public static void Show(Screen screen, DkimKey key, string path)
    {
        screen.Line($"{key.RecordName}: a key of {key.Bits} bits in {path}");
        screen.Line("");
        screen.Line("Publish this record:");
        screen.Line($"  name   {key.RecordName}");
        screen.Line("  type   TXT");
        screen.Line($"  value  {key.Record}");
        screen.Line("");
        screen.Line("In a zone file:");
        screen.Line($"  {ZoneText.Txt(key.RecordName, key.Record)}");
        screen.Line("");
        screen.Line("When the world sees it, sign with it, in appsettings.json:");
        screen.Line($"  \"Mail\": {Settings(key, path).ToJsonString()}");
    }

    public static JsonObject Json(DkimKey key, string path) => new()
    {
        ["domain"] = key.Domain,
        ["selector"] = key.Selector,
        ["bits"] = key.Bits,
        ["path"] = path,
        ["record"] = new JsonObject
        {
            ["name"] = key.RecordName,
            ["type"] = "TXT",
            ["value"] = key.Record,
            ["strings"] = JsonNodes.Texts(ZoneText.Strings(key.Record)),
            ["zone"] = ZoneText.Txt(key.RecordName, key.Record),
        },
        ["settings"] = new JsonObject { ["Mail"] = Settings(key, path) },
    };

    private static JsonObject Settings(DkimKey key, string path) => new()
    {
        ["Dkim"] = new JsonObject
        {
            ["Domain"] = key.Domain,
            ["Selector"] = key.Selector,
            ["KeyFile"] = path,
        },
    };
}
