using System.Text.Json.Nodes;
using Digest.Commands;
using Digest.Output;
using Xunit;

namespace Digest.IntegrationTests.Run;

/// <summary>The small newsletter of the end-to-end tests in its own folder; commands run in this process.</summary>
public sealed class CommandSite : IDisposable
{
    public const string FirstWeek = "2026-11-08";
    public const string SecondWeek = "2026-11-15";

    public CommandSite()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Site");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"digest-commands-{Guid.NewGuid():N}");

    public string PathOf(string part) => Path.Combine(Root, part);

    public Task<CommandResult> RunAsync(params string[] args) => RunAsync(new ScreenTraits(), args);

    /// <summary>As on a terminal that shows trees and tables.</summary>
    public Task<CommandResult> RunOnTerminalAsync(params string[] args) =>
        RunAsync(new ScreenTraits { ResultsAreTerminal = true, MessagesAreTerminal = true }, args);

    public async Task<JsonNode> JsonAsync(params string[] args)
    {
        var result = await RunAsync([.. args, "--json"]);
        return JsonNode.Parse(result.Output) ?? throw new InvalidOperationException(result.Errors);
    }

    public void Replace(string part, string old, string with)
    {
        var text = File.ReadAllText(PathOf(part));
        Assert.Contains(old, text);
        File.WriteAllText(PathOf(part), text.Replace(old, with));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private async Task<CommandResult> RunAsync(ScreenTraits traits, string[] args)
    {
        await using var results = new StringWriter();
        await using var messages = new StringWriter();
        var host = new CommandHost(new Screen(results, messages, traits, Root), Root);
        var code = await new CommandLine(host).RunAsync(args, TestContext.Current.CancellationToken);
        return new CommandResult(code, results.ToString(), messages.ToString());
    }
}
