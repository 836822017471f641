using System.Diagnostics;

namespace Digest.Testing.Servers;

/// <summary>
/// Foreign servers in a process namespace of their own, which ends with this process, even with one that is killed:
/// the first process of the namespace waits for the end of its input, and when it goes, the kernel ends the others.
/// </summary>
internal sealed class ChildServer : IAsyncDisposable
{
    private const string Ready = "ready";

    // In a session of its own, so that a signal for the tests' process group does not cut the tidying short.
    private const string Outer = """
        trap '' TERM INT HUP
        unshare --pid --fork --kill-child --mount-proc bash -c "$1" bash "$2"
        rm -rf -- "$2"
        """;

    // What the servers print goes to a file: they would keep the pipe open that tells when they are ready.
    private const string Before = "set -e; cd \"$1\"; exec 3>&1 >>out.log 2>&1";
    private const string After = $"echo {Ready} >&3; exec 3>&-; cat >/dev/null";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private ChildServer(Process process) => _process = process;

    public static string? SkipReason() =>
        ForeignProgram.SkipReasonOfRoot() ?? ForeignProgram.SkipReason("bash", "setsid", "unshare");

    /// <summary>Starts them, and returns when the script has ended, which is when they serve.</summary>
    /// <param name="script">Bash that starts servers in the background; <c>$1</c> is the folder.</param>
    /// <param name="folder">Theirs alone; it goes when they go.</param>
    /// <param name="cancellationToken">Cancelling stops them.</param>
    public static async Task<ChildServer> StartAsync(
        string script, string folder, CancellationToken cancellationToken)
    {
        var inner = $"{Before}\n{script}\n{After}";
        var child = new ChildServer(ForeignProgram.Start("setsid", ["bash", "-c", Outer, "bash", inner, folder]));
        if (await child.ReadLineAsync(cancellationToken) != Ready)
            throw new InvalidOperationException("The servers did not start: " + await child.EndAsync());

        return child;
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        return await _process.StandardOutput.ReadLineAsync(limit.Token);
    }

    private async Task<string> EndAsync()
    {
        _process.StandardInput.Close();
        var errors = await _process.StandardError.ReadToEndAsync(CancellationToken.None);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        return errors;
    }
}
