using System.Buffers.Text;
using System.Net.Sockets;

namespace Digest.Benchmarks.Load;

/// <summary>One connection of the sink: commands, then octets until the dot, then commands again.</summary>
internal sealed class SinkConnection(Socket socket, SinkOptions options, bool isSlow, Action<long> count)
{
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(2);
    private readonly byte[] _input = new byte[256 * 1024];
    private readonly byte[] _replies = new byte[4096];
    private int _start;
    private int _end;
    private int _replyLength;
    private bool _inData;
    private long _chunkLeft;
    private bool _isLastChunk;
    private long _octets;

    public void Run()
    {
        using (socket)
        {
            socket.NoDelay = true;
            Reply("220 sink ESMTP\r\n"u8);
            Flush();
            while (Receive() && Serve())
                Flush();
            Flush();
        }
    }

    /// <summary>False when the sender went away; what it gave whole has been counted.</summary>
    private bool Receive()
    {
        if (_start > 0)
        {
            _input.AsSpan(_start, _end - _start).CopyTo(_input);
            _end -= _start;
            _start = 0;
        }

        var count = socket.Receive(_input.AsSpan(_end), SocketFlags.None, out _);
        _end += count;
        return count > 0;
    }

    /// <summary>Uses up what has come; false after QUIT.</summary>
    private bool Serve()
    {
        var goesOn = true;
        while (goesOn && _start < _end)
        {
            if (_chunkLeft > 0)
                SkipChunk();
            else if (!(_inData ? SkipData() : TryCommand(out goesOn)))
                return true;
        }

        return goesOn;
    }

    /// <summary>False while the final dot has not come; keeps the few octets that may be its beginning.</summary>
    private bool SkipData()
    {
        var span = _input.AsSpan(_start, _end - _start);
        var at = span.IndexOf("\r\n.\r\n"u8);
        if (at < 0)
        {
            var passed = Math.Max(0, span.Length - 4);
            _octets += passed;
            _start += passed;
            return false;
        }

        _octets += at + 2;
        _start += at + 5;
        _inData = false;
        Accept();
        return true;
    }

    private void SkipChunk()
    {
        var passed = (int)Math.Min(_chunkLeft, _end - _start);
        _start += passed;
        _octets += passed;
        _chunkLeft -= passed;
        if (_chunkLeft > 0)
            return;
        if (_isLastChunk)
            Accept();
        else
            Reply("250 2.0.0 Ok\r\n"u8);
    }

    private void Accept()
    {
        if (isSlow)
            using (var never = new ManualResetEventSlim())
                never.Wait(Slowness);
        count(_octets);
        _octets = 0;
        Reply("250 2.0.0 Ok: queued\r\n"u8);
    }

    private bool TryCommand(out bool goesOn)
    {
        goesOn = true;
        var span = _input.AsSpan(_start, _end - _start);
        var end = span.IndexOf((byte)'\n');
        if (end < 0)
            return false;

        _start += end + 1;
        goesOn = Answer(span[..end]);
        return true;
    }

    private bool Answer(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("DATA"u8))
        {
            _inData = true;
            Reply("354 End data with <CR><LF>.<CR><LF>\r\n"u8);
        }
        else if (line.StartsWith("BDAT "u8))
        {
            _chunkLeft = Utf8Parser.TryParse(line[5..], out long length, out _) ? length : 0;
            _isLastChunk = line.IndexOf("LAST"u8) > 0;
        }
        else if (line.StartsWith("EHLO"u8))
        {
            Reply("250-sink\r\n250-PIPELINING\r\n250-SIZE 100000000\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n"u8);
            if (options.Chunking)
                Reply("250-CHUNKING\r\n"u8);
            Reply("250 ENHANCEDSTATUSCODES\r\n"u8);
        }
        else
        {
            Reply(line.StartsWith("QUIT"u8) ? "221 2.0.0 Bye\r\n"u8 : "250 2.1.0 Ok\r\n"u8);
            return !line.StartsWith("QUIT"u8);
        }

        return true;
    }

    private void Reply(ReadOnlySpan<byte> line)
    {
        if (_replyLength + line.Length > _replies.Length)
            Flush();
        line.CopyTo(_replies.AsSpan(_replyLength));
        _replyLength += line.Length;
    }

    private void Flush()
    {
        if (_replyLength > 0)
            socket.Send(_replies.AsSpan(0, _replyLength), SocketFlags.None, out _);
        _replyLength = 0;
    }
}
