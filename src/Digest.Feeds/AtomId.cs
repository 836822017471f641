using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Feeds;

/// <summary>Identities as Atom asks for them: absolute IRIs (RFC 4287 §4.2.6).</summary>
internal static partial class AtomId
{
    /// <summary>
    /// The id itself where it is an IRI. Other formats allow any text: that becomes a UUID made of it and of the feed's
    /// own id, since the same text in two feeds names two things (RFC 9562 §5.8); the same each time.
    /// </summary>
    public static string Of(string id, string scope)
    {
        if (Iri().IsMatch(id))
            return id;

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{scope}\n{id}")).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }

    [GeneratedRegex("\\A[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{C}\"<>\\\\^`{|}]+\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Iri();
}
