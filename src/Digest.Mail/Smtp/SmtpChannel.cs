using System.Globalization;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Authentication;
using System.Text;

namespace Digest.Mail.Smtp;

/// <summary>
/// A connection that speaks lines: octets out, replies in, each with its own limit of time. A limit that passes, or a
/// token that is cancelled, closes the connection, for nothing sensible can be said on it afterwards; so the calls
/// need no timer and no token source of their own.
/// </summary>
internal sealed class SmtpChannel : IAsyncDisposable, IDisposable
{
    private readonly SmtpSocket _socket;
    private readonly SmtpDeadline _deadline;
    private readonly SmtpReplyParser _replies;
    private readonly SmtpDialogue? _dialogue;

    private SmtpChannel(SmtpSocket socket, SmtpDialogue? dialogue)
    {
        _socket = socket;
        _dialogue = dialogue;
        _replies = new SmtpReplyParser { Dialogue = dialogue };
        _deadline = new SmtpDeadline(Abort);
    }

    public SmtpSocket Socket => _socket;

    /// <summary>True if octets arrived that belong to no reply asked for.</summary>
    public bool HasUnread => _replies.HasUnread;

    /// <exception cref="SmtpConnectionException">No address of the host took the connection in time.</exception>
    public static async Task<SmtpChannel> OpenAsync(
        SmtpEndpoint endpoint, SmtpDialogue? dialogue, CancellationToken cancellationToken)
    {
        var wait = endpoint.Timeouts.Connect;
        var socket = await SmtpDialer.ConnectAsync(endpoint.Host, endpoint.Port, wait, cancellationToken);
        return new(new SmtpSocket(socket), dialogue);
    }

    /// <exception cref="AuthenticationException">The certificate or the protocol is not to be trusted.</exception>
    public async Task ProtectAsync(SmtpEndpoint endpoint, CancellationToken cancellationToken)
    {
        _deadline.Start(endpoint.Timeouts.Connect);
        try
        {
            await _socket.ProtectAsync(endpoint, cancellationToken);
            Note($"speaks {_socket.Protocol} with {_socket.Cipher}");
        }
        catch (Exception trouble) when (IsLoss(trouble))
        {
            throw Explain(trouble, cancellationToken);
        }
        finally
        {
            _deadline.Stop();
        }
    }

    /// <exception cref="FormatException">The command holds a line break or another control character.</exception>
    public async Task<SmtpReply> CommandAsync(string command, TimeSpan timeout, CancellationToken cancellationToken)
    {
        // The last look before the wire: a name that got this far must not become a second command.
        if (command.Any(char.IsControl))
            throw new FormatException("An SMTP command holds a line break or another control character");

        var line = Encoding.UTF8.GetBytes(command + "\r\n");
        await WriteAsync(line, default, default, timeout, cancellationToken);
        return await ReadReplyAsync(timeout, cancellationToken);
    }

    /// <summary>Sends three pieces, any of which may be empty, as one where that can be done.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(
        ReadOnlyMemory<byte> head,
        ReadOnlyMemory<byte> body,
        ReadOnlyMemory<byte> tail,
        TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        _dialogue?.Sent(head.Span, body.Length, tail.Span);
        await using var abort = OnCancel(cancellationToken);
        _deadline.Start(timeout);
        try
        {
            await _socket.SendAsync(head, body, tail);
        }
        catch (Exception trouble) when (IsLoss(trouble))
        {
            throw Explain(trouble, cancellationToken);
        }
        finally
        {
            _deadline.Stop();
        }
    }

    public ValueTask<SmtpReply> ReadReplyAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
        _replies.TryTake(out var reply) ? ValueTask.FromResult(reply) : ReceiveAsync(timeout, cancellationToken);

    /// <summary>A look before something is said where no answer is awaited.</summary>
    /// <exception cref="SmtpConnectionException">The server spoke unasked, or has closed the connection.</exception>
    public void ThrowIfUnready()
    {
        if (_replies.HasUnread)
            throw new SmtpConnectionException("the server spoke out of turn");

        try
        {
            _socket.ThrowIfUnready();
        }
        catch (Exception trouble) when (IsLoss(trouble))
        {
            throw Explain(trouble, CancellationToken.None);
        }
    }

    /// <summary>Adds to the transcript, if there is one, what neither side said.</summary>
    public void Note(string text) => _dialogue?.Note(text);

    /// <summary>Closes at once, from any thread; what is under way on it fails.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        Note("is closed");
        _deadline.Dispose();
        _socket.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Note("is closed");
        _deadline.Dispose();
        await _socket.DisposeAsync();
    }

    /// <summary>The limit holds for the whole reply, so that one fed octet by octet does not last for ever.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<SmtpReply> ReceiveAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        await using var abort = OnCancel(cancellationToken);
        _deadline.Start(timeout);
        try
        {
            SmtpReply? reply;
            do
                await ReceiveMoreAsync();
            while (!_replies.TryTake(out reply));

            return reply;
        }
        catch (Exception trouble) when (IsLoss(trouble))
        {
            throw Explain(trouble, cancellationToken);
        }
        finally
        {
            _deadline.Stop();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ReceiveMoreAsync()
    {
        var count = await _socket.ReceiveAsync(_replies.Space());
        if (count == 0)
            throw new SmtpConnectionException("the server closed the connection");
        _replies.Add(count);
    }

    private CancellationTokenRegistration OnCancel(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static state => ((SmtpChannel)state!).Abort(), this);

    private static bool IsLoss(Exception trouble) =>
        trouble is (IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            and not SmtpConnectionException;

    private Exception Explain(Exception trouble, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException(cancellationToken);
        if (_deadline.Expired is { } limit)
            return new SmtpConnectionException(string.Create(
                CultureInfo.InvariantCulture, $"no answer within {limit.TotalSeconds:0.#} seconds"));

        return trouble is ObjectDisposedException or OperationCanceledException
            ? new SmtpConnectionException("the connection was closed")
            : new SmtpConnectionException(trouble.Message, trouble);
    }
}
