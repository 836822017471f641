using System.Security.Cryptography;
using System.Text;

namespace Digest.Mail.Mime;

/// <summary>
/// Boundaries that occur in no part (RFC 2046 §5.1.1). Their first two characters, <c>=_</c>, can stand neither in
/// base64 nor in quoted-printable; a mail inside a mail stands as it is and is searched. All have one length, so none
/// is the beginning of another.
/// </summary>
internal sealed class BoundarySource(string seed, IReadOnlyList<ReadOnlyMemory<byte>> verbatim)
{
    private const int RandomOctets = 15;
    private int _round;

    public string Next()
    {
        while (true)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{_round++}:{seed}"));
            var boundary = "=_" + Convert.ToHexStringLower(hash.AsSpan(0, RandomOctets));
            var octets = Encoding.ASCII.GetBytes(boundary);
            if (verbatim.All(content => content.Span.IndexOf(octets) < 0))
                return boundary;
        }
    }
}
