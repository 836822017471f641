using System.Net;
using System.Net.Sockets;

namespace Digest.Benchmarks.Load;

/// <summary>
/// An SMTP server that takes everything and keeps nothing, so that the sender under load is the limit and not the
/// server: one thread for each connection, no copy of a message, replies of a group in one write.
/// </summary>
internal sealed class DiscardSink(int port, SinkOptions options) : IDisposable
{
    private readonly Socket _listener = new(SocketType.Stream, ProtocolType.Tcp);
    private long _messages;
    private long _octets;
    private int _connections;

    public long Messages => Interlocked.Read(ref _messages);

    public long Octets => Interlocked.Read(ref _octets);

    public int Port { get; private set; }

    public void Start()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        _listener.Listen(512);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        new Thread(Accept) { IsBackground = true, Name = "accept" }.Start();
    }

    public void Dispose() => _listener.Dispose();

    private void Accept()
    {
        while (true)
        {
            var socket = _listener.Accept();
            var number = Interlocked.Increment(ref _connections);
            var connection = new SinkConnection(socket, options, isSlow: number <= options.SlowConnections, Count);
            new Thread(connection.Run, maxStackSize: 256 * 1024) { IsBackground = true, Name = "sink" }.Start();
        }
    }

    private void Count(long octets)
    {
        Interlocked.Increment(ref _messages);
        Interlocked.Add(ref _octets, octets);
    }
}
