using System.Net.Sockets;
using System.Text;

namespace Digest.Benchmarks.Load;

/// <summary>
/// What the machine can do at most: blocking sockets, one thread for each connection, one text for all, the dot of a
/// letter and the next letter's commands in one write. No timeouts, no failures, no letters of anybody's own.
/// </summary>
internal sealed class RawSender(LoadOptions load)
{
    private readonly byte[] _letter = Compose(load.Size);
    private int _left = load.Letters;

    public void Run()
    {
        var threads = Enumerable.Range(0, load.Connections).Select(_ => new Thread(Send)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    private static byte[] Compose(int size)
    {
        const string Line = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwx\r\n";
        var text = new StringBuilder("From: <a@sink.example>\r\nTo: <b@sink.example>\r\nSubject: raw\r\n\r\n");
        while (text.Length < size)
            text.Append(Line);
        return Encoding.ASCII.GetBytes(text.Append(".\r\n").ToString());
    }

    private void Send()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(load.Host, load.Port);
        var input = new byte[4096];
        var envelope = "MAIL FROM:<a@sink.example>\r\nRCPT TO:<b@sink.example>\r\nDATA\r\n"u8.ToArray();
        Await(socket, input, 1);
        socket.Send("EHLO raw.example\r\n"u8);
        socket.Receive(input);

        if (Interlocked.Decrement(ref _left) < 0)
            return;
        socket.Send(envelope);
        Await(socket, input, 3);
        List<ArraySegment<byte>> both = [_letter, envelope];
        while (Interlocked.Decrement(ref _left) >= 0)
        {
            socket.Send(both);
            Await(socket, input, 4);
        }

        socket.Send(_letter);
        Await(socket, input, 1);
        socket.Send("QUIT\r\n"u8);
    }

    private static void Await(Socket socket, byte[] input, int replies)
    {
        while (replies > 0)
        {
            var count = socket.Receive(input);
            replies = count > 0 ? replies - input.AsSpan(0, count).Count((byte)'\n') : 0;
        }
    }
}
