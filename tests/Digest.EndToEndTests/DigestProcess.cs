using System.Diagnostics;
using System.Text;
using Xunit;

namespace Digest.EndToEndTests;

/// <summary>Starts the built program as a child process, away from this process's own settings.</summary>
public static class DigestProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "digest.dll");

    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] args) =>
        Start(new ProcessStartInfo("dotnet", ["exec", Program, .. args]), folder, environment);

    /// <summary>With a largest size of files, beyond which writing fails.</summary>
    public static Process StartLimited(
        int kilobytes, string folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        // The signal is ignored so that the write fails; the runtime's own large mappings are files too.
        var script = $"trap '' XFSZ; ulimit -f {kilobytes}; exec dotnet exec \"$@\"";
        var start = new ProcessStartInfo("bash", ["-c", script, "bash", Program, .. args]);
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Start(start, folder, environment);
    }

    private static Process Start(
        ProcessStartInfo start, string folder, IReadOnlyDictionary<string, string> environment)
    {
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        start.StandardErrorEncoding = Encoding.UTF8;
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    public static async Task<ProgramResult> EndAsync(Process process)
    {
        var token = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(token);
        var errors = process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return new ProgramResult(process.ExitCode, await output, await errors);
    }

    private static bool IsOurs(string name) =>
        name.StartsWith("DIGEST_", StringComparison.OrdinalIgnoreCase) || name is "VISUAL" or "EDITOR" or "NO_COLOR";
}
