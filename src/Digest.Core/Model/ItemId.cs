using System.Security.Cryptography;
using System.Text;

namespace Digest.Model;

/// <summary>Makes the short, stable identity of an item.</summary>
public static class ItemId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 12;

    /// <summary>Twelve characters of Crockford's base 32 (60 bits) over newsletter, source and external id.</summary>
    public static string Of(string newsletter, string sourceId, string externalId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{newsletter}\n{sourceId}\n{externalId}"));
        return string.Create(Length, hash, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = Alphabet[bytes[i] & 31];
        });
    }
}
