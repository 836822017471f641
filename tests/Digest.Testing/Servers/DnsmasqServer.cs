namespace Digest.Testing.Servers;

/// <summary>A name server on a free loopback port with a zone that a test gives, and no way to any other.</summary>
public sealed class DnsmasqServer : IAsyncDisposable
{
    // It goes into the background by itself once it listens.
    private const string Script = "dnsmasq --conf-file=\"$1/dns.conf\" --pid-file=\"$1/pid\" --user=root";

    private readonly ChildServer _server;

    private DnsmasqServer(ChildServer server, int port)
    {
        _server = server;
        Port = port;
    }

    public int Port { get; }

    public static string? SkipReason() => ForeignProgram.SkipReason("dnsmasq") ?? ChildServer.SkipReason();

    /// <param name="zone">Lines of dnsmasq's configuration: <c>txt-record=</c>, <c>mx-host=</c> and the like.</param>
    /// <param name="cancellationToken">Cancelling stops it.</param>
    public static async Task<DnsmasqServer> StartAsync(IEnumerable<string> zone, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("digest-dns-").FullName;
        var port = FreePorts.Take();
        await File.WriteAllLinesAsync(
            Path.Combine(folder, "dns.conf"), [.. Settings(port), .. zone], cancellationToken);
        return new DnsmasqServer(await ChildServer.StartAsync(Script, folder, cancellationToken), port);
    }

    /// <summary>A text record, cut into strings of at most 255 octets as DNS wants.</summary>
    public static string Txt(string name, string text) =>
        $"txt-record={name},{string.Join(',', text.Chunk(250).Select(part => $"\"{new string(part)}\""))}";

    /// <summary>What keeps dnsmasq to loopback and to its own zone.</summary>
    public static IReadOnlyList<string> Settings(int port) =>
        [$"port={port}", "listen-address=127.0.0.1", "bind-interfaces", "no-resolv", "no-hosts"];

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
