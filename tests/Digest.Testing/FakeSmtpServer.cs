using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Digest.Testing;

/// <summary>An SMTP server on a free loopback port that follows a script and remembers every session.</summary>
public sealed class FakeSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<FakeSmtpSession> _sessions = new();
    private readonly FakeSmtpScript _script;
    private readonly Task _accepting;

    public FakeSmtpServer(FakeSmtpScript? script = null)
    {
        _script = script ?? new FakeSmtpScript();
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<FakeSmtpSession> Sessions => [.. _sessions];

    /// <summary>The messages of all sessions, dots unstuffed.</summary>
    public IReadOnlyList<byte[]> Messages => [.. _sessions.SelectMany(session => session.Messages)];

    /// <summary>Ends when every client that came has left, so that what was sent has been read.</summary>
    public Task QuietAsync() => Task.WhenAll(_sessions.Select(session => session.Ended));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        foreach (var session in _sessions)
            await session.Ended;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _sessions.Enqueue(new FakeSmtpSession(client, _script, _stop.Token));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            _listener.Stop();
        }
    }
}
