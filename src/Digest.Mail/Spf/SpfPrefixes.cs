using System.Net;
using System.Net.Sockets;

namespace Digest.Mail.Spf;

/// <summary>How many leading bits of an address count, for each kind of address.</summary>
public sealed record SpfPrefixes(int Four, int Six)
{
    public static SpfPrefixes Whole { get; } = new(32, 128);

    public int For(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork ? Four : Six;

    /// <summary>False for addresses of different kinds.</summary>
    public static bool Match(IPAddress one, IPAddress other, int prefix)
    {
        var (left, right) = (one.GetAddressBytes(), other.GetAddressBytes());
        if (left.Length != right.Length)
            return false;

        var whole = prefix / 8;
        var mask = (byte)(0xFF00 >> (prefix % 8));
        return left.AsSpan(0, whole).SequenceEqual(right.AsSpan(0, whole))
            && (prefix % 8 == 0 || (left[whole] & mask) == (right[whole] & mask));
    }
}
