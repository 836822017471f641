using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Digest.Mail.Mime;

namespace Digest.Mail.Bounces;

/// <summary>
/// Envelope senders of their own for each mail (VERP), so that a report tells by the address it comes to which mail it
/// is about: <c>bounce+ID.MAC@bounces.example</c>. The MAC, 100 bits of HMAC-SHA256, keeps others from making up
/// reports. Everything is base32 in lower case and read in any case, because hosts on the way change it.
/// </summary>
/// <param name="address">Where reports come to; the mail host delivers <c>name+anything</c> there too.</param>
/// <param name="keys">The first mints, all read.</param>
public sealed class ReturnPath(EmailAddress address, IReadOnlyList<byte[]> keys)
{
    /// <summary>Octets that the name before the plus may have: RFC 5321 §4.5.3.1.1 allows 64 in all.</summary>
    public const int MaxName = 64 - 1 - MaxIdDigits - 1 - MacDigits;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int MaxIdDigits = 13;
    private const int MacDigits = 20;
    private static readonly byte[] Purpose = "return-path/1\0"u8.ToArray();
    private readonly string _prefix = $"{address.LocalPart}+";
    private readonly string _suffix = $"@{address.Domain}";

    /// <param name="id">Not negative.</param>
    public EmailAddress Mint(long id) =>
        EmailAddress.Parse($"{_prefix}{Digits((ulong)id)}.{Mac(keys[0], id)}{_suffix}");

    /// <summary>Checks in constant time. The text may be anything.</summary>
    public ReturnPathReading Read(string text)
    {
        var bare = text.Trim('<', '>', ' ', '"').ToLowerInvariant();
        if (!bare.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase)
            || !bare.EndsWith(_suffix, StringComparison.OrdinalIgnoreCase)
            || bare.Length < _prefix.Length + _suffix.Length)
            return new ReturnPathReading.Other();

        return bare[_prefix.Length..^_suffix.Length].Split('.') is [var digits, var mac]
            && Number(digits) is { } id && keys.Any(key => IsMadeWith(key, id, mac))
                ? new ReturnPathReading.Genuine(id)
                : new ReturnPathReading.Forged();
    }

    private static bool IsMadeWith(byte[] key, long id, string mac) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(mac), Encoding.UTF8.GetBytes(Mac(key, id)));

    private static string Mac(byte[] key, long id)
    {
        Span<byte> input = stackalloc byte[Purpose.Length + sizeof(long)];
        Purpose.CopyTo(input);
        BinaryPrimitives.WriteInt64BigEndian(input[Purpose.Length..], id);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, input, mac);

        // 60 and 40 bits: each a whole number of digits.
        var high = BinaryPrimitives.ReadUInt64BigEndian(mac) >> 4;
        var low = BinaryPrimitives.ReadUInt64BigEndian(mac[8..]) >> 24;
        return $"{Digits(high).PadLeft(12, Alphabet[0])}{Digits(low).PadLeft(8, Alphabet[0])}";
    }

    private static string Digits(ulong number)
    {
        Span<char> digits = stackalloc char[MaxIdDigits];
        var start = digits.Length;
        do
        {
            digits[--start] = Alphabet[(int)(number & 31)];
            number >>= 5;
        }
        while (number > 0);

        return digits[start..].ToString();
    }

    /// <summary>Null for anything but the one spelling of a number from 0 up.</summary>
    private static long? Number(string digits)
    {
        if (digits.Length is 0 or > MaxIdDigits)
            return null;

        UInt128 number = 0;
        foreach (var digit in digits)
        {
            var value = Alphabet.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0)
                return null;
            number = (number << 5) | (uint)value;
        }

        return number <= long.MaxValue && Digits((ulong)number) == digits ? (long)number : null;
    }
}
