using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Digest.Gather.Web;

/// <summary>
/// Keeps sources from making this machine talk to its own network (standards.md §5.1). The check is made on the
/// addresses that the connection will really use, after name resolution and for every redirect, so neither a spelling
/// nor a name server that changes its mind gets round it.
/// </summary>
internal static class NetworkGuard
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Why an address is not asked at all; null if it may be.</summary>
    public static string? Refusal(Uri address, bool allowPrivate)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            return $"the address '{address}' is neither http nor https";
        if (address.UserInfo.Length > 0)
            return "the address holds a user name; sources are read without credentials";
        if (!allowPrivate && !address.IsDefaultPort)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"port {address.Port} is refused; Gather:AllowPrivateNetworks would let it be read");

        return null;
    }

    /// <summary>The handler all sources are read through.</summary>
    public static SocketsHttpHandler Handler(bool allowPrivate) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),

        // Behind a proxy the proxy would resolve the name, where this check cannot see.
        UseProxy = false,
        ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, allowPrivate, token),
    };

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint endPoint, bool allowPrivate, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(endPoint.Host, cancellationToken);
        if (!allowPrivate && !Array.TrueForAll(addresses, PublicAddresses.Contains))
            throw new RefusedAddressException(
                $"'{endPoint.Host}' lies on a private network; Gather:AllowPrivateNetworks would let it be read");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, endPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
