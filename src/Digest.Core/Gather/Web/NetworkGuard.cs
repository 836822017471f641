using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace Digest.Gather.Web;

/// <summary>
/// Keeps sources from making this machine talk to its own network. The check is made on the addresses that the
/// connection will really use, after name resolution and for every redirect, so neither a spelling nor a name server
/// that changes its mind gets round it.
/// </summary>
internal sealed class NetworkGuard(IOptions<GatherOptions> options, ResolveHost resolve)
{
    private const int HeaderKilobytes = 32;
    private static readonly string[] PrivateNames = [".localhost", ".local", ".internal"];
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly bool _allowsAll = options.Value.AllowPrivateNetworks;
    private readonly AllowedHost[] _allowed =
    [
        .. options.Value.AllowedHosts
            .Select(entry => AllowedHost.TryParse(entry, out var one) ? one : null)
            .OfType<AllowedHost>(),
    ];

    /// <summary>Why an address is not asked at all; null if it may be.</summary>
    public string? Refusal(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            return $"the address '{address}' is neither http nor https";
        if (address.UserInfo.Length > 0)
            return "the address holds a user name; sources are read without credentials";

        // Whether the addresses of a name lie in an allowed network is seen when it is resolved.
        var isOpen = address.IsDefaultPort || _allowsAll || IsNamed(address.IdnHost, address.Port)
            || Array.Exists(_allowed, one => one.Network is not null);
        return isOpen ? null : RefusedPort(address.Port);
    }

    /// <summary>Why an address would be refused, as far as it tells by itself, without asking for its host.</summary>
    public string? RefusalUnresolved(Uri address)
    {
        if (Refusal(address) is { } refusal)
            return refusal;

        var host = address.IdnHost.TrimEnd('.').ToLowerInvariant();
        var isOpen = _allowsAll || IsNamed(host, address.Port) || !IsPrivate(host);
        return isOpen ? null : RefusedNetwork(host);
    }

    /// <summary>The handler all sources are read through.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,

        // The body is unfolded by its reader, which counts both sides of it.
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = ConnectTimeout,
        MaxResponseHeadersLength = HeaderKilobytes,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),

        // An ETag may hold any octet above ASCII (RFC 9110 section 8.8.3), is read so and goes back as it came.
        RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,

        // Behind a proxy the proxy would resolve the name, where this check cannot see.
        UseProxy = false,
        ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, token),
    };

    private async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        var addresses = await AddressesAsync(endPoint.Host.TrimEnd('.'), cancellationToken);
        Check(endPoint, addresses);
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

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellationToken) =>
        IPAddress.TryParse(host, out var address) ? [address] : await resolve(host, cancellationToken);

    /// <exception cref="RefusedAddressException">One of the addresses must not be asked.</exception>
    private void Check(DnsEndPoint endPoint, IPAddress[] addresses)
    {
        if (_allowsAll || IsNamed(endPoint.Host, endPoint.Port))
            return;
        if (addresses.Length == 0)
            throw new RefusedAddressException($"'{endPoint.Host}' has no address");
        if (!Array.TrueForAll(addresses, IsOpen))
            throw new RefusedAddressException(RefusedNetwork(endPoint.Host));

        if (endPoint.Port is not (80 or 443) && !Array.TrueForAll(addresses, IsInAllowedNetwork))
            throw new RefusedAddressException(RefusedPort(endPoint.Port));
    }

    private bool IsNamed(string host, int port) => Array.Exists(_allowed, one => one.Names(host, port));

    private bool IsPrivate(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var address)
        ? !IsOpen(address)
        : !host.Contains('.') || Array.Exists(PrivateNames, name => host.EndsWith(name, StringComparison.Ordinal));

    private bool IsOpen(IPAddress address) => IsInAllowedNetwork(address) || PublicAddresses.Contains(address);

    private bool IsInAllowedNetwork(IPAddress address)
    {
        var real = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(_allowed, one => one.Network is { } network && network.Contains(real));
    }

    private static string RefusedNetwork(string host) =>
        $"'{host}' lies on a private network; Gather:AllowedHosts would let it be read";

    private static string RefusedPort(int port) => string.Create(
        CultureInfo.InvariantCulture, $"port {port} is refused; Gather:AllowedHosts would let it be read");
}
