using System.Text;
using Digest.Mail.Mime;

namespace Digest.Mail.Plans;

/// <summary>
/// The text between two slots in base64. Three octets make a group, and what comes before decides how many of the
/// first octets complete a group that has begun: none, one or two. So it is encoded three times, once for each; the
/// octets at its end that fill no group are left to what follows.
/// </summary>
internal sealed class Base64Literal
{
    // A shorter text is encoded with the values around it, and never runs out while a group is completed.
    private const int MinLength = 60;
    private const int Group = 3;
    private readonly byte[] _octets;
    private readonly byte[][] _encoded;
    private readonly bool _isLast;

    public Base64Literal(string text, bool isLast)
    {
        _octets = Encoding.UTF8.GetBytes(text);
        _isLast = isLast;
        _encoded = _octets.Length < MinLength ? [] : [Encode(0), Encode(1), Encode(2)];
    }

    public bool IsShort => _encoded.Length == 0;

    public ReadOnlySpan<byte> Octets => _octets;

    /// <summary>How many of the first octets complete a run of that length.</summary>
    public static int Lack(int runLength) => (Group - (runLength % Group)) % Group;

    /// <summary>Lines for all but the first octets and the tail.</summary>
    public ReadOnlySpan<byte> Encoded(int first) => _encoded[first];

    public ReadOnlySpan<byte> Tail(int first) => _isLast ? [] : _octets.AsSpan(^((_octets.Length - first) % Group)..);

    private byte[] Encode(int first)
    {
        using var output = new PooledBuffer(_octets.Length * 3 / 2);
        Base64Lines.Encode(_octets.AsSpan(first..^Tail(first).Length), output);
        return output.WrittenSpan.ToArray();
    }
}
