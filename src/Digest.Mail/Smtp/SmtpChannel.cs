using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Digest.Mail.Smtp.Sasl;

namespace Digest.Mail.Smtp;

/// <summary>
/// A connection that speaks lines: octets out, replies in, each with its own limit of time. A limit that passes, or a
/// token that is cancelled, closes the connection, for nothing sensible can be said on it afterwards; so the calls
/// need no timer and no token source of their own.
/// </summary>
internal sealed class SmtpChannel : IAsyncDisposable, IDisposable
{
    private readonly Socket _socket;
    private readonly SmtpDeadline _deadline;
    private readonly SmtpReplyParser _replies;
    private readonly SmtpDialogue? _dialogue;
    private readonly List<ArraySegment<byte>> _pieces = new(3);
    private SslStream? _secure;

    private SmtpChannel(Socket socket, SmtpDialogue? dialogue)
    {
        _socket = socket;
        _dialogue = dialogue;
        _replies = new SmtpReplyParser { Dialogue = dialogue };
        _deadline = new SmtpDeadline(Abort);
    }

    public bool IsProtected => _secure is not null;

    /// <summary>What a sign-in can be bound to; null without TLS.</summary>
    public byte[]? ServerEndPoint =>
        _secure?.RemoteCertificate is { } certificate ? TlsServerEndPoint.Of(certificate) : null;

    /// <summary>What was agreed on; null without TLS.</summary>
    public SmtpTls? Tls => _secure is { RemoteCertificate: X509Certificate2 certificate }
        ? new SmtpTls(_secure.SslProtocol, new DateTimeOffset(certificate.NotAfter.ToUniversalTime()))
        : null;

    /// <summary>True if octets arrived that belong to no reply asked for.</summary>
    public bool HasUnread => _replies.HasUnread;

    public bool IsLoopback => _socket.RemoteEndPoint is IPEndPoint { Address: var address }
        && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    /// <exception cref="SmtpConnectionException">No address of the host took the connection in time.</exception>
    public static async Task<SmtpChannel> OpenAsync(
        SmtpEndpoint endpoint, SmtpDialogue? dialogue, CancellationToken cancellationToken)
    {
        var wait = endpoint.Timeouts.Connect;
        return new(await SmtpDialer.ConnectAsync(endpoint.Host, endpoint.Port, wait, cancellationToken), dialogue);
    }

    /// <exception cref="AuthenticationException">The certificate or the protocol is not to be trusted.</exception>
    public async Task ProtectAsync(SmtpEndpoint endpoint, CancellationToken cancellationToken)
    {
        var secure = new SslStream(new NetworkStream(_socket, ownsSocket: true));
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = endpoint.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = endpoint.TrustedRoots is { } roots ? Trusting(roots) : null,
        };
        _deadline.Start(endpoint.Timeouts.Connect);
        try
        {
            await secure.AuthenticateAsClientAsync(options, cancellationToken);
            _secure = secure;
            _dialogue?.Note($"speaks {secure.SslProtocol} with {secure.NegotiatedCipherSuite}");
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
            if (_secure is null)
                await SendAsync(head, body, tail);
            else
                await EncryptAsync(head, body, tail);
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

    /// <summary>Adds to the transcript, if there is one, what neither side said.</summary>
    public void Note(string text) => _dialogue?.Note(text);

    /// <summary>Closes at once, from any thread; what is under way on it fails.</summary>
    public void Abort() => _socket.Dispose();

    public void Dispose()
    {
        Note("is closed");
        _deadline.Dispose();
        _secure?.Dispose();
        _socket.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Note("is closed");
        _deadline.Dispose();
        if (_secure is not null)
            await _secure.DisposeAsync();
        _socket.Dispose();
    }

    private static X509ChainPolicy Trusting(X509Certificate2Collection roots)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.AddRange(roots);
        return policy;
    }

    private async ValueTask SendAsync(
        ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> tail)
    {
        _pieces.Clear();
        Gather(head);
        Gather(body);
        Gather(tail);
        if (_pieces.Count == 1)
            await _socket.SendAsync(_pieces[0].AsMemory(), SocketFlags.None);
        else if (_pieces.Count > 1)
            await _socket.SendAsync(_pieces, SocketFlags.None);
    }

    private void Gather(ReadOnlyMemory<byte> piece)
    {
        if (piece.IsEmpty)
            return;
        _pieces.Add(MemoryMarshal.TryGetArray(piece, out var segment) ? segment : new(piece.ToArray()));
    }

    private async ValueTask EncryptAsync(
        ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> tail)
    {
        if (!head.IsEmpty)
            await _secure!.WriteAsync(head);
        if (!body.IsEmpty)
            await _secure!.WriteAsync(body);
        if (!tail.IsEmpty)
            await _secure!.WriteAsync(tail);
    }

    /// <summary>The limit holds for the whole reply, so that one fed octet by octet does not last for ever.</summary>
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

    private async ValueTask ReceiveMoreAsync()
    {
        var space = _replies.Space();
        var count = _secure is null
            ? await _socket.ReceiveAsync(space, SocketFlags.None)
            : await _secure.ReadAsync(space);
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
