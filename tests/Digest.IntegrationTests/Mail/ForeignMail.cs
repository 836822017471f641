using Digest.Testing.Servers;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>Parsers and writers of mail that others wrote, in <c>tests/mail</c>; one process does a folder.</summary>
internal static class ForeignMail
{
    private static readonly string Folder = ForeignProgram.MailChecks;

    /// <summary>A machine without Python or the packages skips the test; where CI=true it fails.</summary>
    public static void SkipWithoutTools()
    {
        var package = Path.Combine(Folder, "node_modules", "postal-mime", "package.json");
        var isHere = File.Exists(package) && File.Exists("/usr/bin/python3");
        Assert.SkipWhen(
            !isHere && Environment.GetEnvironmentVariable("CI") != "true", "needs python3, and npm ci in tests/mail");
    }

    public static Task<string> PythonAsync(string script, params string[] arguments) =>
        RunAsync("/usr/bin/python3", script, arguments);

    public static Task<string> NodeAsync(string script, params string[] arguments) =>
        RunAsync("node", script, arguments);

    private static async Task<string> RunAsync(string program, string script, string[] arguments) =>
        (await ForeignProgram.RunAsync(
            program, [Path.Combine(Folder, script), .. arguments], TestContext.Current.CancellationToken)).Success();
}
