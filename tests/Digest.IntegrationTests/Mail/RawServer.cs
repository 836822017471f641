using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Digest.IntegrationTests.Mail;

/// <summary>A server on loopback that does what a test says with each connection, SMTP or not.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Socket, CancellationToken, Task> _act;
    private readonly Task _accepting;

    public RawServer(Func<Socket, CancellationToken, Task> act)
    {
        _act = act;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static ValueTask<int> SayAsync(Socket socket, string text, CancellationToken cancellationToken) =>
        socket.SendAsync(Encoding.ASCII.GetBytes(text), cancellationToken);

    /// <summary>Answers what comes, packet by packet, in this order.</summary>
    public static async Task AnswerAsync(
        Socket socket, IEnumerable<string> answers, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        foreach (var answer in answers)
        {
            await SayAsync(socket, answer, cancellationToken);
            await socket.ReceiveAsync(buffer, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            _listener.Stop();
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(Socket socket)
    {
        using var owned = socket;
        try
        {
            await _act(socket, _stop.Token);
        }
        catch (Exception end) when (end is SocketException or OperationCanceledException)
        {
            // The client went away, as it should.
            socket.Close();
        }
    }
}
