using System.Diagnostics;
using System.Text;

namespace Digest.Testing.Servers;

/// <summary>Programs that others wrote, from Debian's packages or from npm.</summary>
public static class ForeignProgram
{
    private static readonly bool IsCi = Environment.GetEnvironmentVariable("CI") == "true";

    private static readonly string[] Folders =
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), "/usr/sbin", "/sbin"];

    /// <summary>The foreign mail parsers that npm installs.</summary>
    public static string MailChecks { get; } = Path.Combine(Corpus.Root, "tests", "mail");

    /// <summary>
    /// Null if every program is on this machine or <c>CI=true</c> (where a lack must fail), else the reason to skip.
    /// </summary>
    public static string? SkipReason(params string[] programs)
    {
        var missing = programs.Where(program => !Folders.Any(folder => File.Exists(Path.Combine(folder, program))));
        return IsCi ? null : missing.Select(program => $"{program} is not on this machine").FirstOrDefault();
    }

    /// <summary>As <see cref="SkipReason"/>, for a package of <see cref="MailChecks"/>.</summary>
    public static string? SkipReasonOfCheck(string package) =>
        IsCi || File.Exists(Path.Combine(MailChecks, "node_modules", package, "package.json"))
            ? SkipReason("node")
            : $"{package} is not installed; run npm ci in tests/mail";

    /// <summary>Some servers give up the rights of root, and so need them.</summary>
    public static string? SkipReasonOfRoot() =>
        IsCi || Environment.IsPrivilegedProcess ? null : "the servers start only for root";

    /// <summary>Runs to the end, with the input on stdin, and gives back what was printed both ways.</summary>
    public static async Task<ProgramEnd> RunAsync(
        string program, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program may end without reading what it was given; how it ended tells the rest.
            process.StandardInput.BaseStream.Dispose();
        }

        await process.WaitForExitAsync(cancellationToken);
        return new ProgramEnd(process.ExitCode, await output, await errors);
    }

    public static Task<ProgramEnd> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(program, arguments, default, cancellationToken);

    internal static Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(PathOf(program), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
    }

    /// <summary>Debian keeps servers where the path of an ordinary user does not look.</summary>
    private static string PathOf(string program) =>
        Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists) ?? program;
}
