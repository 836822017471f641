using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;

namespace Digest.Mail.Dns;

/// <summary>
/// An answer off the wire (RFC 1035 §4.1). Hostile until proven otherwise: every length is checked against the packet,
/// and what does not add up is no answer.
/// </summary>
internal sealed record DnsPacket
{
    private const int HeaderOctets = 12;
    private const ushort Response = 0x8000;
    private const ushort Operation = 0x7800;
    private const ushort Truncated = 0x0200;
    private const ushort Internet = 1;

    public required ushort Id { get; init; }

    public required bool IsTruncated { get; init; }

    /// <summary>RCODE: 0 no error, 1 FORMERR, 2 SERVFAIL, 3 NXDOMAIN, 4 NOTIMP, 5 REFUSED.</summary>
    public required int Code { get; init; }

    /// <summary>As echoed; null where a server sends an error without it.</summary>
    public required DnsQuestion? Question { get; init; }

    /// <summary>Of the types in <see cref="DnsType"/>. None in a truncated answer: it is asked for again.</summary>
    public required IReadOnlyList<DnsRecord> Answers { get; init; }

    public static bool TryRead(ReadOnlySpan<byte> packet, [NotNullWhen(true)] out DnsPacket? result)
    {
        result = null;
        if (packet.Length < HeaderOctets)
            return false;

        var flags = U16(packet, 2);
        if ((flags & Response) == 0 || (flags & Operation) != 0)
            return false;

        var position = HeaderOctets;
        if (!TryQuestion(packet, ref position, U16(packet, 4), out var question))
            return false;

        var isTruncated = (flags & Truncated) != 0;
        var answers = new List<DnsRecord>();
        if (!isTruncated && !TryAnswers(packet, ref position, U16(packet, 6), answers))
            return false;

        result = new DnsPacket
        {
            Id = U16(packet, 0), IsTruncated = isTruncated, Code = flags & 15, Question = question, Answers = answers,
        };
        return true;
    }

    private static bool TryQuestion(ReadOnlySpan<byte> packet, ref int position, int count, out DnsQuestion? question)
    {
        question = null;
        if (count != 1)
            return count == 0;
        if (!DnsName.TryRead(packet, ref position, out var name) || position + 4 > packet.Length)
            return false;

        question = new DnsQuestion(name, (DnsType)U16(packet, position));
        var isInternet = U16(packet, position + 2) == Internet;
        position += 4;
        return isInternet;
    }

    private static bool TryAnswers(ReadOnlySpan<byte> packet, ref int position, int count, List<DnsRecord> answers)
    {
        for (var i = 0; i < count; i++)
        {
            if (!DnsName.TryRead(packet, ref position, out var owner) || position + 10 > packet.Length)
                return false;

            var (type, isInternet) = ((DnsType)U16(packet, position), U16(packet, position + 2) == Internet);
            var start = position + 10;
            position = start + U16(packet, position + 8);
            if (position > packet.Length)
                return false;
            if (!isInternet || !Enum.IsDefined(type))
                continue;
            if (Record(packet[..position], start, owner, type) is not { } record)
                return false;

            answers.Add(record);
        }

        return true;
    }

    /// <param name="packet">Ends with the record, so that nothing in it can reach beyond.</param>
    /// <param name="start">Where the record's data begins.</param>
    /// <param name="owner">Whose record it is.</param>
    /// <param name="type">Its kind.</param>
    private static DnsRecord? Record(ReadOnlySpan<byte> packet, int start, string owner, DnsType type)
    {
        var data = packet[start..];
        return type switch
        {
            DnsType.A when data.Length == 4 => new DnsRecord.Address(owner, type, new IPAddress(data)),
            DnsType.Aaaa when data.Length == 16 => new DnsRecord.Address(owner, type, new IPAddress(data)),
            DnsType.Mx when data.Length > 2 && Name(packet, start + 2) is { } host =>
                new DnsRecord.Exchanger(owner, U16(packet, start), host),
            DnsType.Txt when Strings(data) is { } strings => new DnsRecord.Text(owner, strings),
            DnsType.Cname or DnsType.Ptr or DnsType.Ns when Name(packet, start) is { } target =>
                new DnsRecord.Host(owner, type, target),
            _ => null,
        };
    }

    private static string? Name(ReadOnlySpan<byte> packet, int start) =>
        DnsName.TryRead(packet, ref start, out var name) && start == packet.Length ? name : null;

    private static List<string>? Strings(ReadOnlySpan<byte> data)
    {
        var strings = new List<string>();
        while (!data.IsEmpty)
        {
            var length = data[0];
            if (length + 1 > data.Length)
                return null;

            strings.Add(Encoding.Latin1.GetString(data.Slice(1, length)));
            data = data[(length + 1)..];
        }

        return strings.Count > 0 ? strings : null;
    }

    private static ushort U16(ReadOnlySpan<byte> packet, int at) => BinaryPrimitives.ReadUInt16BigEndian(packet[at..]);
}
