using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Digest.Gather.Web;

/// <summary>An entry of <c>Gather:AllowedHosts</c>: a host, a host with its port, or a network.</summary>
internal sealed record AllowedHost
{
    private AllowedHost() { }

    /// <summary>In lower case, in its ASCII form; null for a network.</summary>
    public string? Host { get; private init; }

    /// <summary>Null for any port.</summary>
    public int? Port { get; private init; }

    /// <summary>Null for a host.</summary>
    public IPNetwork? Network { get; private init; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out AllowedHost? allowed)
    {
        allowed = null;
        var entry = text?.Trim() ?? "";
        if (entry.Contains('/'))
        {
            if (IPNetwork.TryParse(entry, out var network))
                allowed = new AllowedHost { Network = network };
        }
        else if (IPAddress.TryParse(entry, out var address))
        {
            allowed = new AllowedHost { Host = address.ToString() };
        }
        else
        {
            allowed = HostAndPort(entry);
        }

        return allowed is not null;
    }

    public bool Names(string host, int port) =>
        Host is not null && Host == Plain(host) && (Port is null || Port == port);

    /// <summary>As an address has it: no brackets, no final dot.</summary>
    private static string Plain(string host) => host.Trim('[', ']').TrimEnd('.').ToLowerInvariant();

    private static AllowedHost? HostAndPort(string entry)
    {
        var colon = entry.LastIndexOf(':');
        var hasPort = colon >= 0 && !entry.EndsWith(']');
        var name = hasPort ? entry[..colon] : entry;
        int? port = null;
        if (hasPort)
        {
            if (!int.TryParse(entry[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < 1 or > 65535)
            {
                return null;
            }

            port = number;
        }

        return Uri.CheckHostName(name) != UriHostNameType.Unknown
            && Uri.TryCreate($"http://{name}/", UriKind.Absolute, out var uri)
            ? new AllowedHost { Host = Plain(uri.IdnHost), Port = port }
            : null;
    }
}
