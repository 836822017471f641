using System.Net;
using System.Net.Sockets;

namespace Digest.IntegrationTests.Mail;

/// <summary>
/// Stands between a client and a server on loopback and cuts their connections after so many octets. What was passed
/// on by then the server reads, so that it may have taken what the client never hears of.
/// </summary>
internal sealed class CuttingRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _port;
    private readonly Func<Cut> _next;
    private readonly List<Task> _relays = [];
    private readonly Task _accepting;

    public CuttingRelay(int port, Func<Cut> next)
    {
        _port = port;
        _next = next;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_relays);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _relays.Add(RelayAsync(await _listener.AcceptSocketAsync(), _next()));
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            _listener.Stop();
        }
    }

    private async Task RelayAsync(Socket client, Cut cut)
    {
        using var owned = client;
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        await server.ConnectAsync(IPAddress.Loopback, _port);
        var up = PumpAsync(client, server, cut.Up);
        var down = PumpAsync(server, client, cut.Down);
        await Task.WhenAny(up, down);

        if (cut.IsReset)
            client.LingerState = new LingerOption(true, 0);
        client.Dispose();
        await up;
        server.Shutdown(SocketShutdown.Send);
        await down;
        await PumpAsync(server, null, int.MaxValue);
    }

    /// <summary>Ends with the octets that are left, with the stream, or with either connection.</summary>
    /// <returns>The octets that are left.</returns>
    private static async Task<int> PumpAsync(Socket from, Socket? to, int left)
    {
        var buffer = new byte[4096];
        try
        {
            while (left > 0 && await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                if (to is not null)
                    await to.SendAsync(buffer.AsMemory(0, Math.Min(count, left)));
                left -= Math.Min(count, left);
            }

            return left;
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The other direction was cut.
            return left;
        }
    }
}
