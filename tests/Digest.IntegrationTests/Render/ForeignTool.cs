using Digest.Testing;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.IntegrationTests.Render;

/// <summary>Runs checkers that others wrote. A machine without one skips the test; where CI=true it fails.</summary>
internal static class ForeignTool
{
    private static readonly bool IsCi = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>A file beside the checkers that npm installs.</summary>
    public static string PathOf(string part) => Path.Combine(Corpus.Root, "tests", "web", part);

    public static void SkipWithout(string path, string remedy) =>
        Assert.SkipWhen(!IsCi && !File.Exists(path), $"{path} is missing; {remedy}");

    public static void SkipWithoutNode() =>
        SkipWithout(PathOf("node_modules/html-validate/package.json"), "run npm ci in tests/web");

    /// <summary>What the program printed, both ways; the test fails unless it ended with 0.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var end = await ForeignProgram.RunAsync(program, arguments, TestContext.Current.CancellationToken);
        return end.Success() + end.Errors;
    }
}
