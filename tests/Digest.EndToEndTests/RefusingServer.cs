using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Digest.EndToEndTests;

/// <summary>A mail server that wants nothing from us.</summary>
public sealed class RefusingServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _work;

    public RefusingServer()
    {
        _listener.Start();
        _work = ServeAsync();
    }

    public string Port => ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _work;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await client.GetStream().WriteAsync("554 5.7.1 No mail from you\r\n"u8.ToArray());
            }
        }
        catch (SocketException)
        {
            // The listener was stopped: the test is over.
            return;
        }
    }
}
