using System.Diagnostics;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Render;

/// <summary>Runs checkers that others wrote. A machine without one skips the test; where CI=true it fails.</summary>
internal static class ForeignTool
{
    private static readonly bool IsCi = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>The folder of the checkers that npm installs.</summary>
    public static string Web { get; } = Path.Combine(Corpus.Root, "tests", "web");

    public static void SkipWithout(string path, string remedy) =>
        Assert.SkipWhen(!IsCi && !File.Exists(path), $"{path} is missing; {remedy}");

    public static void SkipWithoutNode() =>
        SkipWithout(Path.Combine(Web, "node_modules", "html-validate", "package.json"), "run npm ci in tests/web");

    /// <summary>What the program printed, both ways; the test fails unless it ended with 0.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Web,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await errors;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {output}");
        return output;
    }
}
