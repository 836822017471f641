using System.Net;
using System.Net.Sockets;

namespace Digest.Gather.Web;

/// <summary>Tells addresses of the public internet from all others (IANA special-purpose registries).</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublic = Parse(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",

        // A public address by its number, but inside Azure it is the host's own server.
        "168.63.129.16/32",

        // Inside 2000::/3: Teredo, benchmarking, ORCHID and the other protocol blocks, documentation, 6to4. Tunnels
        // carry an IPv4 address that may be anything, so they are refused whole.
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public static bool Contains(IPAddress address)
    {
        var real = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (real.AddressFamily == AddressFamily.InterNetworkV6 && !GlobalUnicast.Contains(real))
            return false;

        return !Array.Exists(NotPublic, network => network.Contains(real));
    }

    private static IPNetwork[] Parse(params string[] networks) => [.. networks.Select(text => IPNetwork.Parse(text))];
}
