using System.CommandLine;
using System.Net;
using Digest.Mail.Dns;
using Digest.Model;

namespace Digest.Commands;

/// <summary>The options of <c>digest doctor</c>, refused before anything is looked at.</summary>
internal sealed class DoctorArguments
{
    public Option<string?> Server { get; } = new("--dns")
    {
        Description = "The name server to ask, instead of the system's",
        HelpName = "HOST:PORT",
    };

    public Option<string?> Zone { get; } = new("--zone")
    {
        Description = "Take DNS records from a JSON file and ask nobody",
        HelpName = "FILE",
    };

    public Option<string?> Outgoing { get; } = new("--ip")
    {
        Description = "The address from which letters reach the world, if it is your own",
        HelpName = "ADDRESS",
    };

    /// <summary>Null if neither a server nor a file is named.</summary>
    public IDnsSource? Source(CommandSession session)
    {
        var server = session.Arguments.GetValue(Server);
        var zone = session.Arguments.GetValue(Zone);
        if (server is not null && zone is not null)
            throw Wrong("--dns and --zone exclude each other");
        if (zone is not null)
            return ReadZone(Path.GetFullPath(zone, session.WorkingDirectory));
        if (server is null)
            return null;

        return DnsServers.TryParse(server, out var endpoint)
            ? new NetworkDns([endpoint], new DnsTimes(), session.Get<TimeProvider>())
            : throw Wrong($"'{server}' is no name server; write an address, such as 192.0.2.53 or 127.0.0.1:5353");
    }

    public IPAddress? Address(CommandSession session)
    {
        if (session.Arguments.GetValue(Outgoing) is not { } text)
            return null;

        return IPAddress.TryParse(text, out var address) ? address : throw Wrong($"'{text}' is no IP address");
    }

    private static ZoneDns ReadZone(string path)
    {
        try
        {
            return ZoneDns.Parse(File.ReadAllText(path));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or FormatException)
        {
            throw Wrong($"{path} is no zone file: {trouble.Message}");
        }
    }

    private static DigestException Wrong(string message) => new(message) { ExitCode = ExitCodes.Usage };
}
