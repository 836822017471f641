using System.Buffers;
using System.Buffers.Binary;

namespace Digest.Mail.Dns;

/// <summary>A question on the wire (RFC 1035 §4.1), with the OPT record for larger answers (RFC 6891).</summary>
/// <param name="Id">Random, so that nobody beside the line can guess it.</param>
/// <param name="Question">What is asked.</param>
internal sealed record DnsQuery(ushort Id, DnsQuestion Question)
{
    /// <summary>The largest answer that passes most networks unbroken (DNS flag day 2020).</summary>
    internal const ushort MaxAnswer = 1232;

    private const ushort RecursionDesired = 0x0100;
    private const ushort Internet = 1;
    private const ushort Opt = 41;

    /// <summary>Null if the name cannot be asked.</summary>
    public byte[]? ToPacket(bool hasEdns)
    {
        var packet = new ArrayBufferWriter<byte>();
        Write(packet, Id, RecursionDesired, 1, 0, 0, (ushort)(hasEdns ? 1 : 0));
        if (!DnsName.TryWrite(Question.Name, packet))
            return null;

        Write(packet, (ushort)Question.Type, Internet);
        if (hasEdns)
        {
            packet.Write<byte>([0]);
            Write(packet, Opt, MaxAnswer, 0, 0, 0);
        }

        return packet.WrittenSpan.ToArray();
    }

    /// <summary>
    /// Whether the packet answers this very question; anything else on the line is somebody else's. A server that could
    /// not read the question may leave it out of its error.
    /// </summary>
    public bool IsAnsweredBy(DnsPacket packet) =>
        packet.Id == Id && (packet.Question == Question || packet is { Question: null, Code: not 0 });

    private static void Write(ArrayBufferWriter<byte> packet, params ReadOnlySpan<ushort> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt16BigEndian(packet.GetSpan(2), value);
            packet.Advance(2);
        }
    }
}
