using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Authentication.ExtendedProtection;
using System.Security.Cryptography.X509Certificates;
using Digest.Mail.Smtp.Sasl;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

public sealed class TlsServerEndPointTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_binding_is_what_dotnets_own_tls_takes_it_for()
    {
        using var certificate = TestCertificate.For();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        var accepting = listener.AcceptTcpClientAsync(Token).AsTask();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, Token);
        using var accepted = await accepting;
        await using var server = new SslStream(accepted.GetStream());
        await using var stream = new SslStream(client.GetStream());
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.Add(certificate);
        await Task.WhenAll(
            server.AuthenticateAsServerAsync(new() { ServerCertificate = certificate }, Token),
            stream.AuthenticateAsClientAsync(
                new() { TargetHost = "localhost", CertificateChainPolicy = policy }, Token));

        using var binding = stream.TransportContext.GetChannelBinding(ChannelBindingKind.Endpoint)!;
        var octets = new byte[binding.Size];
        Marshal.Copy(binding.DangerousGetHandle(), octets, 0, octets.Length);
        var own = TlsServerEndPoint.Of(stream.RemoteCertificate!)!;
        Assert.Equal(octets[^own.Length..], own);
    }
}
