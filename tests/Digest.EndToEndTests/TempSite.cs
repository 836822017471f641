using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Digest.Testing;
using Xunit;

namespace Digest.EndToEndTests;

/// <summary>A copy of the small newsletter of the tests in a folder of its own.</summary>
public sealed class TempSite : IDisposable
{
    public const string FirstWeek = "2026-11-08";
    public const string SecondWeek = "2026-11-15";

    public TempSite()
    {
        Copy(Path.Combine(AppContext.BaseDirectory, "Site"), Root);
    }

    /// <summary>A copy of any other folder as a part of the site.</summary>
    public TempSite(string source, string part)
    {
        Copy(source, Path.Combine(Root, part));
    }

    /// <summary>The sample newsletter as a fresh clone has it.</summary>
    public static TempSite OfSample()
    {
        var site = new TempSite(Path.Combine(Corpus.Root, "digests"), "digests");
        File.Copy(Path.Combine(Corpus.Root, "appsettings.json"), site.PathOf("appsettings.json"));
        foreach (var built in new[] { "issues", "public" })
        {
            var folder = site.PathOf($"digests/community-weekly/{built}");
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }

        return site;
    }

    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"digest-site-{Guid.NewGuid():N}");

    public Dictionary<string, string> Environment { get; } = [];

    public string PathOf(string part) => Path.Combine(Root, part);

    public Process Start(params string[] args) => DigestProcess.Start(Root, Environment, args);

    public async Task<ProgramResult> RunAsync(params string[] args)
    {
        using var process = Start(args);
        return await DigestProcess.EndAsync(process);
    }

    /// <summary>Runs where no file may become larger, as on a full disk.</summary>
    public async Task<ProgramResult> RunLimitedAsync(int kilobytes, params string[] args)
    {
        using var process = DigestProcess.StartLimited(kilobytes, Root, Environment, args);
        return await DigestProcess.EndAsync(process);
    }

    /// <summary>Runs with <c>--json</c>, and fails where that is not what stdout holds.</summary>
    public async Task<JsonNode> JsonAsync(params string[] args)
    {
        var result = await RunAsync([.. args, "--json"]);
        return JsonNode.Parse(result.Output) ?? throw new InvalidOperationException(result.Errors);
    }

    public void Write(string part, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(part))!);
        File.WriteAllText(PathOf(part), text);
    }

    public void Replace(string part, string old, string with)
    {
        var text = File.ReadAllText(PathOf(part));
        Assert.Contains(old, text);
        File.WriteAllText(PathOf(part), text.Replace(old, with));
    }

    public string[] Letters() => Directory.Exists(PathOf("data/outbox"))
        ? Directory.GetFiles(PathOf("data/outbox"), "*.eml", SearchOption.AllDirectories)
        : [];

    /// <summary>Every file of people's with its content: drafts, pages, feeds, letters; not the database.</summary>
    public SortedDictionary<string, string> Snapshot()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Root, "*", SearchOption.AllDirectories))
        {
            if (!IsMachines(file))
                files[file] = Fingerprint(file);
        }

        return files;
    }

    private static bool IsMachines(string file) => file.Contains("digest.db", StringComparison.Ordinal)
        || file.Contains("locks", StringComparison.Ordinal)
        || file.Contains("answers", StringComparison.Ordinal);

    private static string Fingerprint(string file) =>
        $"{File.GetLastWriteTimeUtc(file):O} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}";

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Copy(string source, string target)
    {
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
