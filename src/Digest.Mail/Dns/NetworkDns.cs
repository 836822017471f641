using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Digest.Mail.Dns;

/// <summary>
/// Asks recursive servers: UDP from a fresh port with a random id, TCP where the answer was too large for UDP, the next
/// server where one is silent or fails. Packets that do not answer the question are passed over, so a forger has to
/// guess id and port while the true answer is on its way.
/// </summary>
public sealed class NetworkDns(IReadOnlyList<IPEndPoint> servers, DnsTimes times, TimeProvider clock) : IDnsSource
{
    private const int FormatError = 1;
    private const int NameError = 3;
    private const int NotImplemented = 4;
    private const int MaxUdp = 4096;

    public async Task<DnsReply> AskAsync(DnsQuestion question, CancellationToken cancellationToken)
    {
        var failed = new DnsReply.Failed("there is no name server to ask");
        for (var round = 0; round < times.Rounds; round++)
        {
            foreach (var server in servers)
            {
                var reply = await AskAsync(server, question, cancellationToken);
                if (reply is not DnsReply.Failed reason)
                    return reply;

                failed = reason;
            }
        }

        return failed;
    }

    private async Task<DnsReply> AskAsync(
        IPEndPoint server, DnsQuestion question, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(times.Query, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return Judge(server, await ExchangeAsync(server, question, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DnsReply.Failed($"{server} does not answer");
        }
        catch (Exception trouble) when (trouble is SocketException or IOException)
        {
            return new DnsReply.Failed($"{server} cannot be reached: {trouble.Message}");
        }
    }

    private static DnsReply Judge(IPEndPoint server, DnsPacket? packet) => packet?.Code switch
    {
        0 => new DnsReply.Records(packet.Answers),
        NameError => new DnsReply.NoName(),
        2 => new DnsReply.Failed($"{server} says SERVFAIL"),
        5 => new DnsReply.Failed($"{server} says REFUSED"),
        null => new DnsReply.Failed($"{server} answers with something that is no DNS answer"),
        var code => new DnsReply.Failed($"{server} says error {code}"),
    };

    private static async Task<DnsPacket?> ExchangeAsync(
        IPEndPoint server, DnsQuestion question, CancellationToken cancellationToken)
    {
        var query = new DnsQuery((ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1), question);
        if (query.ToPacket(hasEdns: true) is not { } octets)
            return null;

        var packet = await DatagramAsync(server, query, octets, cancellationToken);

        // A server from before 1999 does not know EDNS and says so (RFC 6891 §7).
        if (packet.Code is FormatError or NotImplemented)
        {
            octets = query.ToPacket(hasEdns: false)!;
            packet = await DatagramAsync(server, query, octets, cancellationToken);
        }

        return packet.IsTruncated ? await StreamAsync(server, query, octets, cancellationToken) : packet;
    }

    private static async Task<DnsPacket> DatagramAsync(
        IPEndPoint server, DnsQuery query, byte[] octets, CancellationToken cancellationToken)
    {
        // Connected, so that the system drops what other hosts send here.
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server, cancellationToken);
        await socket.SendAsync(octets, cancellationToken);
        var buffer = new byte[MaxUdp];
        while (true)
        {
            var length = await socket.ReceiveAsync(buffer, cancellationToken);
            if (DnsPacket.TryRead(buffer.AsSpan(0, length), out var packet) && query.IsAnsweredBy(packet))
                return packet;
        }
    }

    /// <summary>Two octets of length before each message (RFC 7766 §8). Null for anything but the answer.</summary>
    private static async Task<DnsPacket?> StreamAsync(
        IPEndPoint server, DnsQuery query, byte[] octets, CancellationToken cancellationToken)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server, cancellationToken);
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        await stream.WriteAsync(Framed(octets), cancellationToken);

        var length = new byte[2];
        await stream.ReadExactlyAsync(length, cancellationToken);
        var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(answer, cancellationToken);
        return DnsPacket.TryRead(answer, out var packet) && query.IsAnsweredBy(packet) && !packet.IsTruncated
            ? packet
            : null;
    }

    private static byte[] Framed(byte[] octets) => [(byte)(octets.Length >> 8), (byte)octets.Length, .. octets];
}
