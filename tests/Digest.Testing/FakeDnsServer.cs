using System.Net;
using System.Net.Sockets;

namespace Digest.Testing;

/// <summary>A name server on a loopback port that answers each datagram with whatever a test makes of it.</summary>
public sealed class FakeDnsServer : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private int _questions;

    /// <param name="answer">The datagrams to send back, none for silence; gets the question's octets.</param>
    public FakeDnsServer(Func<byte[], IEnumerable<byte[]>> answer)
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        EndPoint = (IPEndPoint)_socket.LocalEndPoint!;
        _loop = RunAsync(answer);
    }

    public IPEndPoint EndPoint { get; }

    public int Questions => _questions;

    /// <summary>An A answer of 192.0.2.1 to the question.</summary>
    public static byte[] Address(byte[] question) => Reply(
        question, 0, [0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 1]);

    /// <summary>An answer of that code, with one record or none.</summary>
    public static byte[] Reply(byte[] question, byte code, params byte[] record)
    {
        var end = Array.IndexOf(question, (byte)0, 12) + 5;
        byte[] reply = [.. question[..end], .. record];
        (reply[2], reply[3]) = (0x81, (byte)(0x80 | code));
        (reply[6], reply[7]) = (0, (byte)(record.Length > 0 ? 1 : 0));
        (reply[10], reply[11]) = (0, 0);
        return reply;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(Func<byte[], IEnumerable<byte[]>> answer)
    {
        var buffer = new byte[2048];
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var from = await _socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
                Interlocked.Increment(ref _questions);
                foreach (var reply in answer(buffer[..from.ReceivedBytes]))
                    await _socket.SendToAsync(reply, from.RemoteEndPoint, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
