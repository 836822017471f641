using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Digest.Mail.Dns;

/// <summary>
/// Domain names as text: lower case, A-labels, no final dot, the empty text for the root. Octets that are no printable
/// ASCII, and dots and backslashes inside a label, are written <c>\DDD</c> (RFC 4343 §2.1).
/// </summary>
public static class DnsName
{
    /// <summary>Octets of a name on the wire (RFC 1035 §2.3.4).</summary>
    internal const int MaxOctets = 255;

    private const int MaxLabel = 63;
    private const byte Pointer = 0xC0;
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>False for what cannot be a name: an empty or long label, more than 255 octets.</summary>
    public static bool TryNormalize(string text, [NotNullWhen(true)] out string? name)
    {
        name = null;
        if (!TryAscii(text.EndsWith('.') ? text[..^1] : text, out var ascii))
            return false;

        var wire = new ArrayBufferWriter<byte>();
        if (!TryWrite(ascii, wire))
            return false;

        var position = 0;
        return TryRead(wire.WrittenSpan, ref position, out name);
    }

    /// <summary>The labels from left to right.</summary>
    public static string[] Labels(string name) => name.Length == 0 ? [] : name.Split('.');

    /// <summary>The name that is asked for the host of an address (RFC 1035 §3.5, RFC 3596 §2.5).</summary>
    public static string Reverse(System.Net.IPAddress address)
    {
        var octets = address.GetAddressBytes();
        Array.Reverse(octets);
        return octets.Length == 4
            ? $"{string.Join('.', octets)}.in-addr.arpa"
            : string.Concat(octets.Select(octet => $"{octet & 15:x}.{octet >> 4:x}.")) + "ip6.arpa";
    }

    /// <summary>Nothing useful is written where the answer is false.</summary>
    internal static bool TryWrite(string name, IBufferWriter<byte> output)
    {
        var total = 1;
        foreach (var label in Labels(name))
        {
            if (!TryOctets(label, out var octets) || octets.Length is 0 or > MaxLabel)
                return false;
            if ((total += octets.Length + 1) > MaxOctets)
                return false;

            output.Write<byte>([(byte)octets.Length, .. octets]);
        }

        output.Write<byte>([0]);
        return true;
    }

    /// <summary>
    /// Undoes compression (RFC 1035 §4.1.4). A pointer must lead further to the front than every one before it, which
    /// ends every loop.
    /// </summary>
    internal static bool TryRead(ReadOnlySpan<byte> packet, ref int position, [NotNullWhen(true)] out string? name)
    {
        name = null;
        var text = new StringBuilder();
        var (at, end, lowest, total) = (position, -1, position, 1);
        while (at < packet.Length && packet[at] != 0)
        {
            if (TargetOf(packet, at) is { } target)
            {
                if (target >= lowest)
                    return false;

                (end, at, lowest) = (end < 0 ? at + 2 : end, target, target);
                continue;
            }

            if (!TryLabel(packet[at..], out var label) || (total += label.Length + 1) > MaxOctets)
                return false;

            Append(text, label);
            at += label.Length + 1;
        }

        (position, name) = (end < 0 ? at + 1 : end, text.ToString());
        return at < packet.Length;
    }

    /// <summary>Where a pointer leads; null if there is none.</summary>
    private static int? TargetOf(ReadOnlySpan<byte> packet, int at) =>
        (packet[at] & Pointer) == Pointer && at + 1 < packet.Length
            ? ((packet[at] & ~Pointer) << 8) | packet[at + 1]
            : null;

    private static bool TryLabel(ReadOnlySpan<byte> packet, out ReadOnlySpan<byte> label)
    {
        label = default;
        if (packet[0] > MaxLabel || packet[0] >= packet.Length)
            return false;

        label = packet.Slice(1, packet[0]);
        return true;
    }

    private static void Append(StringBuilder text, ReadOnlySpan<byte> label)
    {
        if (text.Length > 0)
            text.Append('.');
        foreach (var octet in label)
        {
            if (octet is > 0x20 and < 0x7F and not ((byte)'.' or (byte)'\\'))
                text.Append(char.ToLowerInvariant((char)octet));
            else
                text.Append(CultureInfo.InvariantCulture, $"\\{octet:D3}");
        }
    }

    private static bool TryAscii(string text, [NotNullWhen(true)] out string? ascii)
    {
        try
        {
            ascii = Ascii.IsValid(text) ? text : Idn.GetAscii(text);
            return true;
        }
        catch (ArgumentException)
        {
            ascii = null;
            return false;
        }
    }

    private static bool TryOctets(string label, out byte[] octets)
    {
        octets = new byte[label.Length];
        var count = 0;
        for (var i = 0; i < label.Length; i++)
        {
            var value = (int)label[i];
            if (value == '\\')
            {
                if (i + 3 >= label.Length || !TryDecimal(label.AsSpan(i + 1, 3), out value))
                    return false;

                i += 3;
            }

            if (value > byte.MaxValue)
                return false;

            octets[count++] = (byte)value;
        }

        octets = octets[..count];
        return true;
    }

    private static bool TryDecimal(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
