namespace Digest.Testing.Servers;

/// <summary>Postfix's smtp-sink on a free loopback port: it takes mail and forgets it, or misbehaves as told.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private const string Script = """
        smtp-sink -u nobody OPTIONS 127.0.0.1:PORT 50 &
        until (exec 9<>/dev/tcp/127.0.0.1/PORT) 2>/dev/null; do sleep 0.02; done
        """;

    private readonly ChildServer _server;

    private SmtpSink(ChildServer server, int port)
    {
        _server = server;
        Port = port;
    }

    public int Port { get; }

    public static string? SkipReason() => ForeignProgram.SkipReason("smtp-sink") ?? ChildServer.SkipReason();

    /// <param name="options">As in the manual, smtp-sink(1).</param>
    /// <param name="cancellationToken">Cancelling the start.</param>
    public static async Task<SmtpSink> StartAsync(string options, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("digest-sink-").FullName;
        var port = FreePorts.Take();
        var script = Script
            .Replace("OPTIONS", options, StringComparison.Ordinal)
            .Replace("PORT", $"{port}", StringComparison.Ordinal);
        return new SmtpSink(await ChildServer.StartAsync(script, folder, cancellationToken), port);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
