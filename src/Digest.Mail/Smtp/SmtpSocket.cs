using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Digest.Mail.Smtp.Sasl;

namespace Digest.Mail.Smtp;

/// <summary>Octets to and from a server, in the clear until TLS is made.</summary>
internal sealed class SmtpSocket(Socket socket) : IAsyncDisposable, IDisposable
{
    private readonly List<ArraySegment<byte>> _pieces = new(3);
    private SslStream? _secure;

    public bool IsProtected => _secure is not null;

    /// <summary>What a sign-in can be bound to; null without TLS.</summary>
    public byte[]? ServerEndPoint =>
        _secure?.RemoteCertificate is { } certificate ? TlsServerEndPoint.Of(certificate) : null;

    /// <summary>What was agreed on; null without TLS.</summary>
    public SmtpTls? Tls => _secure is { RemoteCertificate: X509Certificate2 certificate }
        ? new SmtpTls(_secure.SslProtocol, new DateTimeOffset(certificate.NotAfter.ToUniversalTime()))
        : null;

    public SslProtocols? Protocol => _secure?.SslProtocol;

    public TlsCipherSuite? Cipher => _secure?.NegotiatedCipherSuite;

    /// <summary>Read while the connection is fresh: a socket that was reset no longer knows its peer.</summary>
    public bool IsLoopback { get; } = IsAtLoopback(socket);

    /// <exception cref="AuthenticationException">The certificate or the protocol is not to be trusted.</exception>
    public async Task ProtectAsync(SmtpEndpoint endpoint, CancellationToken cancellationToken)
    {
        var secure = new SslStream(new NetworkStream(socket, ownsSocket: true));
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = endpoint.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = endpoint.TrustedRoots is { } roots ? Trusting(roots) : null,
        };
        await secure.AuthenticateAsClientAsync(options, cancellationToken);
        _secure = secure;
    }

    /// <summary>Sends three pieces, any of which may be empty, as one where that can be done.</summary>
    public ValueTask SendAsync(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> tail) =>
        _secure is null ? SendPlainAsync(head, body, tail) : EncryptAsync(head, body, tail);

    /// <returns>How many octets came; 0 at the end.</returns>
    public ValueTask<int> ReceiveAsync(Memory<byte> space) =>
        _secure is null ? socket.ReceiveAsync(space, SocketFlags.None) : _secure.ReadAsync(space);

    /// <summary>
    /// Finds out, without waiting, that the other side has gone. Under TLS what it sends unasked may be a matter of
    /// TLS itself; in the clear it is an answer to nothing, and the next answer would be taken for another's.
    /// </summary>
    /// <exception cref="SmtpConnectionException">It has, or it spoke unasked.</exception>
    public void ThrowIfUnready()
    {
        if (!socket.Poll(0, SelectMode.SelectRead))
            return;
        if (socket.Available == 0)
            throw new SmtpConnectionException("the server closed the connection");
        if (_secure is null)
            throw new SmtpConnectionException("the server spoke out of turn");
    }

    /// <exception cref="SmtpConnectionException">The server has gone already.</exception>
    private static bool IsAtLoopback(Socket socket)
    {
        try
        {
            return socket.RemoteEndPoint is IPEndPoint { Address: var address }
                && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw new SmtpConnectionException("the server closed the connection");
        }
    }

    /// <summary>Closes at once, from any thread.</summary>
    public void Abort() => socket.Dispose();

    public void Dispose()
    {
        _secure?.Dispose();
        socket.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (_secure is not null)
            await _secure.DisposeAsync();
        socket.Dispose();
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

    private async ValueTask SendPlainAsync(
        ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> tail)
    {
        _pieces.Clear();
        Gather(head);
        Gather(body);
        Gather(tail);
        if (_pieces.Count == 1)
            await socket.SendAsync(_pieces[0].AsMemory(), SocketFlags.None);
        else if (_pieces.Count > 1)
            await socket.SendAsync(_pieces, SocketFlags.None);
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
}
