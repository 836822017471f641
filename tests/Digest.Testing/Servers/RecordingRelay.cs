using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Digest.Testing.Servers;

/// <summary>
/// Stands between a client and a server for one connection, and notes what each said, in the order said.
/// </summary>
public sealed class RecordingRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<(bool IsClient, string Text)> _said = [];
    private readonly Task _work;

    public RecordingRelay(int server)
    {
        _listener.Start();
        _work = RelayAsync(server);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What was said once both have hung up: a turn each, until the other speaks.</summary>
    public async Task<IReadOnlyList<string>> TurnsAsync(CancellationToken cancellationToken)
    {
        await _work.WaitAsync(cancellationToken);
        var turns = new List<string>();
        var isClient = false;
        foreach (var (speaker, text) in _said)
        {
            if (turns.Count > 0 && speaker == isClient)
                turns[^1] += text;
            else
                turns.Add(text);
            isClient = speaker;
        }

        return turns;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _work.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task RelayAsync(int server)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        using var upstream = new TcpClient();
        await upstream.ConnectAsync(IPAddress.Loopback, server);
        await Task.WhenAll(
            PassAsync(client, upstream, isClient: true),
            PassAsync(upstream, client, isClient: false));
    }

    private async Task PassAsync(TcpClient from, TcpClient to, bool isClient)
    {
        var buffer = new byte[65536];
        int count;
        while ((count = await ReadAsync(from, buffer)) > 0)
        {
            lock (_said)
                _said.Add((isClient, Encoding.Latin1.GetString(buffer, 0, count)));
            await to.GetStream().WriteAsync(buffer.AsMemory(0, count));
        }

        to.Client.Shutdown(SocketShutdown.Send);
    }

    private static async Task<int> ReadAsync(TcpClient from, byte[] buffer)
    {
        try
        {
            return await from.GetStream().ReadAsync(buffer);
        }
        catch (IOException)
        {
            // Hanging up without a farewell is a way to hang up.
            return 0;
        }
    }
}
