using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Digest.Testing.Servers;

/// <summary>
/// nodemailer's smtp-server on a free loopback port: another author's reading of the protocol. A recipient at
/// <c>grey.example</c> is put off once.
/// </summary>
public sealed class NodeMailServer : IAsyncDisposable
{
    private readonly Process _process;

    private NodeMailServer(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public static string? SkipReason() => ForeignProgram.SkipReasonOfCheck("smtp-server");

    /// <param name="secret">The password, or the access token, of every user.</param>
    /// <param name="cancellationToken">Cancelling the start.</param>
    public static async Task<NodeMailServer> StartAsync(string secret, CancellationToken cancellationToken)
    {
        var script = Path.Combine(ForeignProgram.MailChecks, "server.mjs");
        var process = ForeignProgram.Start("node", [script, secret]);
        var port = await process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(cancellationToken));
        return new NodeMailServer(process, int.Parse(port, CultureInfo.InvariantCulture));
    }

    /// <summary>The next message it took: <c>user</c>, <c>from</c>, <c>to</c> and <c>message</c> in base64.</summary>
    public async Task<JsonNode> NextAsync(CancellationToken cancellationToken) =>
        JsonNode.Parse(await _process.StandardOutput.ReadLineAsync(cancellationToken) ?? "null")
        ?? throw new InvalidOperationException("The server has ended.");

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
