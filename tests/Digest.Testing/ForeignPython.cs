using Digest.Testing.Servers;

namespace Digest.Testing;

/// <summary>Debian's Python, which reads what this project writes with other people's code.</summary>
public static class ForeignPython
{
    private const string Program = "/usr/bin/python3";

    /// <summary>
    /// Null if Python has the module or <c>CI=true</c> (where its lack must fail), else the reason to skip.
    /// </summary>
    public static async Task<string?> SkipReasonAsync(string module, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            return null;
        if (!File.Exists(Program))
            return $"{Program} is not here";

        var (code, _) = await StartAsync($"import {module}", [], cancellationToken);
        return code == 0 ? null : $"{Program} has no module {module}";
    }

    /// <summary>Runs a script and gives back what it printed; what it printed on failing is in the exception.</summary>
    public static async Task<string> RunAsync(
        string script, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var (code, output) = await StartAsync(script, arguments, cancellationToken);
        return code == 0 ? output : throw new InvalidOperationException($"Python ended with {code}: {output}");
    }

    private static async Task<(int Code, string Output)> StartAsync(
        string script, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var end = await ForeignProgram.RunAsync(Program, ["-c", script, .. arguments], cancellationToken);
        return (end.ExitCode, end.Output + end.Errors);
    }
}
