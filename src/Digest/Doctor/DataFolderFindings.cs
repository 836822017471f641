using Digest.Model;
using Digest.Run;
using Microsoft.Extensions.Options;

namespace Digest.Doctor;

/// <summary>The data folder can be written, and its keys are readable by nobody else.</summary>
public sealed class DataFolderFindings(IOptions<PathsOptions> paths) : ICheck
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var folder = paths.Value.Data;
        return Task.FromResult<IReadOnlyList<Finding>>(
            [WriteProbe.Try("data folder", folder), .. Keys(Path.Combine(folder, "keys"))]);
    }

    private static Finding[] Keys(string folder)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(folder))
            return [new Finding(Verdict.Skip, "keys", "there is none yet; the first letter makes one")];

        var open = Directory.GetFiles(folder, "*.key")
            .Where(IsOpen)
            .Select(file => new Finding(Verdict.Warn, "keys", $"{file} is open to others", $"chmod 600 {file}"))
            .ToArray();
        return open.Length > 0 ? open : [new Finding(Verdict.Pass, "keys", $"{folder}: closed to others")];
    }

    private static bool IsOpen(string file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0;
}
