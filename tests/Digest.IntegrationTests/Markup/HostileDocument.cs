using System.Text.Json;
using Digest.IntegrationTests.Render;
using Xunit;

namespace Digest.IntegrationTests.Markup;

/// <summary>A document that Chromium opens, with scripts on and every request written down.</summary>
/// <param name="Allow">Addresses that begin so may be asked for; null for none.</param>
internal sealed record HostileDocument(string Name, string Html, string? Allow = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static HostileDocument Around(string name, string fragment, string? allow = null) => new(
        name, $"<!doctype html><html><head><title>x</title></head><body><div>{fragment}</div></body></html>", allow);

    public static async Task<IReadOnlyList<HostileResult>> OpenAsync(IReadOnlyList<HostileDocument> documents)
    {
        ForeignTool.SkipWithoutNode();
        ForeignTool.SkipWithout("/usr/bin/chromium", "install chromium");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                file, JsonSerializer.Serialize(documents, Options), TestContext.Current.CancellationToken);
            var lines = await ForeignTool.RunAsync("node", ForeignTool.PathOf("vectors.mjs"), file);
            var results = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<HostileResult>(line, Options)!)
                .ToList();
            Assert.Equal(documents.Select(document => document.Name), results.Select(result => result.Name));
            return results;
        }
        finally
        {
            File.Delete(file);
        }
    }
}

/// <summary>What a document did.</summary>
/// <param name="Ran">How often it ran its script.</param>
/// <param name="Requests">What it asked for beside itself.</param>
/// <param name="Found">Dangerous parts, at first or after the browser read its own writing again.</param>
/// <param name="Settled">True if reading it again changed nothing.</param>
internal sealed record HostileResult(
    string Name, int Ran, IReadOnlyList<string> Requests, IReadOnlyList<string> Found, bool Settled)
{
    public bool IsHarmless => Ran == 0 && Requests.Count == 0 && Found.Count == 0 && Settled;

    public override string ToString() =>
        $"{Name}: ran {Ran} times, asked for [{string.Join(' ', Requests)}], holds [{string.Join(' ', Found)}]"
        + (Settled ? "" : ", and is another document when read again");
}
