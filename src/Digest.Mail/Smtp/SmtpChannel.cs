using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Digest.Mail.Smtp.Sasl;

namespace Digest.Mail.Smtp;

/// <summary>A connection that speaks lines: commands out, replies in, each with its own limit of time.</summary>
internal sealed class SmtpChannel : IAsyncDisposable, IDisposable
{
    private readonly Socket _socket;
    private Stream _stream;
    private SmtpReplyReader _reader;

    private SmtpChannel(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = new SmtpReplyReader(_stream);
    }

    public bool IsProtected => _stream is SslStream;

    /// <summary>What a sign-in can be bound to; null without TLS.</summary>
    public byte[]? ServerEndPoint =>
        (_stream as SslStream)?.RemoteCertificate is { } certificate ? TlsServerEndPoint.Of(certificate) : null;

    /// <summary>True if octets arrived that belong to no reply asked for.</summary>
    public bool HasUnread => _reader.HasUnread;

    public bool IsLoopback => _socket.RemoteEndPoint is IPEndPoint { Address: var address }
        && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    /// <exception cref="SmtpConnectionException">No address of the host took the connection in time.</exception>
    public static async Task<SmtpChannel> OpenAsync(
        string host, int port, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await WithinAsync(timeout, token => socket.ConnectAsync(host, port, token), cancellationToken);
            return new SmtpChannel(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <exception cref="AuthenticationException">The certificate or the protocol is not to be trusted.</exception>
    public async Task ProtectAsync(SmtpEndpoint endpoint, CancellationToken cancellationToken)
    {
        var secure = new SslStream(_stream);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = endpoint.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = endpoint.TrustedRoots is { } roots ? Trusting(roots) : null,
        };
        await WithinAsync(
            endpoint.Timeouts.Connect,
            async token => await secure.AuthenticateAsClientAsync(options, token),
            cancellationToken);
        _stream = secure;
        _reader = new SmtpReplyReader(secure);
    }

    /// <exception cref="FormatException">The command holds a line break or another control character.</exception>
    public async Task<SmtpReply> CommandAsync(string command, TimeSpan timeout, CancellationToken cancellationToken)
    {
        // The last look before the wire: an address or name that got this far must not become a second command.
        if (command.Any(char.IsControl))
            throw new FormatException("An SMTP command holds a line break or another control character");

        await WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), timeout, cancellationToken);
        return await ReadReplyAsync(timeout, cancellationToken);
    }

    public Task WriteAsync(ReadOnlyMemory<byte> octets, TimeSpan timeout, CancellationToken cancellationToken) =>
        WithinAsync(timeout, token => _stream.WriteAsync(octets, token), cancellationToken);

    public async Task<SmtpReply> ReadReplyAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        SmtpReply? reply = null;
        await WithinAsync(timeout, async token => reply = await _reader.ReadAsync(token), cancellationToken);
        return reply!;
    }

    public void Dispose() => _stream.Dispose();

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

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

    private static async Task WithinAsync(
        TimeSpan timeout, Func<CancellationToken, ValueTask> action, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            await action(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SmtpConnectionException(string.Create(
                CultureInfo.InvariantCulture, $"no answer within {timeout.TotalSeconds:0.#} seconds"));
        }
        catch (Exception trouble) when (trouble is IOException or SocketException
            && trouble is not SmtpConnectionException)
        {
            throw new SmtpConnectionException(trouble.Message, trouble);
        }
    }
}
