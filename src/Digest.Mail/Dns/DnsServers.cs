using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.NetworkInformation;

namespace Digest.Mail.Dns;

/// <summary>Which name servers to ask.</summary>
public static class DnsServers
{
    private const string UnixFile = "/etc/resolv.conf";
    private const int Port = 53;

    // As the C library does (resolv.conf(5)).
    private const int MaxServers = 3;

    /// <summary>The servers that this host uses; this host itself where none are named.</summary>
    public static IReadOnlyList<IPEndPoint> OfSystem()
    {
        var servers = OperatingSystem.IsWindows() ? OfInterfaces() : OfFile();
        return servers.Count > 0 ? servers : [new IPEndPoint(IPAddress.Loopback, Port)];
    }

    /// <summary>Reads the lines <c>nameserver ADDRESS</c> of a resolver file.</summary>
    public static IReadOnlyList<IPEndPoint> Read(string file) =>
    [
        .. file.Split('\n')
            .Select(line => line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is ["nameserver", _, ..])
            .Select(words => IPAddress.TryParse(words[1], out var address) ? new IPEndPoint(address, Port) : null)
            .OfType<IPEndPoint>()
            .Take(MaxServers),
    ];

    /// <summary>
    /// Reads <c>ADDRESS</c>, <c>ADDRESS:PORT</c> or <c>[ADDRESS]:PORT</c>; <c>localhost</c> is an address.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out IPEndPoint? server)
    {
        var plain = text.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) ? $"127.0.0.1{text[9..]}" : text;
        if (!IPEndPoint.TryParse(plain, out server))
            return false;

        server.Port = server.Port == 0 ? Port : server.Port;
        return true;
    }

    private static IReadOnlyList<IPEndPoint> OfFile()
    {
        try
        {
            return Read(File.ReadAllText(UnixFile));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static IReadOnlyList<IPEndPoint> OfInterfaces() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(one => one.OperationalStatus == OperationalStatus.Up)
            .SelectMany(one => one.GetIPProperties().DnsAddresses)
            .Distinct()
            .Select(address => new IPEndPoint(address, Port))
            .Take(MaxServers),
    ];
}
