using System.Security.Cryptography;

namespace Digest.Subscribers;

/// <summary>
/// Makes subscriber ids: 16 random octets in lower-case base32, safe in addresses, files and on the command line.
/// </summary>
internal static class SubscriberIds
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int Octets = 16;

    public static string New()
    {
        var value = new UInt128(
            BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(Octets / 2)),
            BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(Octets / 2)));
        var digits = new char[26];
        for (var i = digits.Length - 1; i >= 0; i--, value >>= 5)
            digits[i] = Alphabet[(int)(value & 31)];

        return new string(digits);
    }
}
