using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Digest.Testing;

/// <summary>One connection to a <see cref="FakeSmtpServer"/>, and what was said on it.</summary>
public sealed class FakeSmtpSession
{
    private readonly FakeSmtpScript _script;
    private readonly CancellationToken _stop;
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentQueue<byte[]> _messages = new();
    private readonly StringBuilder _held = new();
    private Stream _stream;
    private bool _isOver;

    internal FakeSmtpSession(TcpClient client, FakeSmtpScript script, CancellationToken stop)
    {
        _script = script;
        _stop = stop;
        client.NoDelay = true;
        _stream = client.GetStream();
        Ended = RunAsync(client);
    }

    /// <summary>Command lines in order, without CRLF.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    public IReadOnlyList<byte[]> Messages => [.. _messages];

    public bool IsProtected => _stream is SslStream;

    internal Task Ended { get; }

    private async Task RunAsync(TcpClient client)
    {
        await Task.Yield();
        using var owned = client;
        try
        {
            if (_script.IsImplicit)
                await ProtectAsync();
            await SayAsync(_script.Banner);
            while (!_isOver && await ReadLineAsync() is { } line)
                await AnswerAsync(line);
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or AuthenticationException)
        {
            _isOver = true;
        }
    }

    private async Task AnswerAsync(string line)
    {
        _commands.Enqueue(line);
        if (line.StartsWith("BDAT ", StringComparison.Ordinal))
        {
            await TakeChunkAsync(line);
            return;
        }

        var reply = _script.Answer(line) ?? Ordinary(line.ToUpperInvariant());
        await SayAsync(reply, _script.Flushes(line));
        if (line == "DATA" && reply.StartsWith("354", StringComparison.Ordinal))
            await TakeMessageAsync();
        else if (line == "STARTTLS" && reply.StartsWith("220", StringComparison.Ordinal) && _script.Injected == "")
            await ProtectAsync();
        else if (line == "QUIT")
            _isOver = true;
    }

    private string Ordinary(string line) => line.Split(' ')[0] switch
    {
        "EHLO" => Hello(),
        "DATA" => "354 go on",
        "QUIT" => "221 2.0.0 bye",
        "STARTTLS" => "220 2.0.0 ready" + (_script.Injected == "" ? "" : "\r\n" + _script.Injected),
        "AUTH" => line.StartsWith("AUTH LOGIN", StringComparison.Ordinal) ? "334 VXNlcm5hbWU6" : "235 2.7.0 welcome",
        _ => "250 2.0.0 ok",
    };

    private string Hello()
    {
        var lines = new List<string> { "fake.example" };
        lines.AddRange(IsProtected ? _script.ProtectedFeatures ?? _script.Features : _script.Features);
        if (_script.Certificate is not null && !IsProtected)
            lines.Add("STARTTLS");
        return string.Join("\r\n", lines.Select((text, i) => $"250{(i == lines.Count - 1 ? ' ' : '-')}{text}"));
    }

    private async Task TakeMessageAsync()
    {
        var message = new StringBuilder();
        for (var line = await ReadTextAsync(); line != "."; line = await ReadTextAsync())
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");

        _commands.Enqueue(".");
        await JudgeAsync(".", Encoding.Latin1.GetBytes(message.ToString()));
    }

    /// <summary>A text without its dot is no message.</summary>
    private async Task<string> ReadTextAsync() =>
        await ReadLineAsync() ?? throw new IOException("the client left before the dot");

    private async Task TakeChunkAsync(string line)
    {
        var message = new byte[int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)];
        await _stream.ReadExactlyAsync(message, _stop);
        await JudgeAsync(line, message);
    }

    private async Task JudgeAsync(string line, byte[] message)
    {
        var reply = _script.Answer(line) ?? "250 2.0.0 queued";
        if (reply.StartsWith('2'))
            _messages.Enqueue(message);
        await SayAsync(reply, _script.Flushes(line));
    }

    /// <summary>Ends lines at CRLF only, as a strict server does. Null at the end of the stream.</summary>
    private async Task<string?> ReadLineAsync()
    {
        var line = new List<byte>();
        var octet = new byte[1];
        while (await _stream.ReadAsync(octet, _stop) == 1)
        {
            line.Add(octet[0]);
            if (line.Count > 1 && line[^1] == '\n' && line[^2] == '\r')
                return Encoding.Latin1.GetString([.. line[..^2]]);
        }

        return null;
    }

    private async Task SayAsync(string reply, bool flushes = true)
    {
        if (reply == FakeSmtpScript.Hang)
            await Task.Delay(Timeout.Infinite, _stop);
        if (reply == FakeSmtpScript.Drop)
            throw new IOException("dropped");

        _held.Append(reply).Append("\r\n");
        if (!flushes)
            return;

        var octets = Encoding.UTF8.GetBytes(_held.ToString());
        _held.Clear();
        foreach (var piece in octets.Chunk(_script.ByteByByte ? 1 : octets.Length))
        {
            await _stream.WriteAsync(piece, _stop);
            await _stream.FlushAsync(_stop);
        }
    }

    private async Task ProtectAsync()
    {
        var secure = new SslStream(_stream);
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificate = _script.Certificate, EnabledSslProtocols = _script.Tls,
        };
        await secure.AuthenticateAsServerAsync(options, _stop);
        _stream = secure;
    }
}
