using System.Buffers;
using System.Collections.Concurrent;

namespace Digest.Mail.Dkim;

/// <summary>
/// Signs with rsa-sha256, relaxed/relaxed (RFC 6376), over the fields a newsletter stands on. Fields that must not be
/// added later are named once more than they occur (§5.4.2), so a second Subject breaks the signature. Safe for use
/// by several threads at once.
/// </summary>
public sealed class DkimSigner(DkimKey key)
{
    // The platform does not promise that one RSA object may sign on two threads at once, and OpenSSL would make them
    // wait for each other where it does; so there is one for each of the threads that sign.
    private readonly ConcurrentBag<DkimWorkbench> _idle = [];

    /// <summary>Gives the message back with a DKIM-Signature before its other fields.</summary>
    /// <param name="message">RFC 5322 octets with CRLF line ends.</param>
    /// <param name="now">The time of signing (<c>t=</c>).</param>
    public byte[] Sign(ReadOnlySpan<byte> message, DateTimeOffset now)
    {
        var signature = new ArrayBufferWriter<byte>(1024);
        WriteSignature(message, now, signature);
        return [.. signature.WrittenSpan, .. message];
    }

    /// <summary>Writes the DKIM-Signature field alone, CRLF included; it belongs before the message.</summary>
    /// <param name="message">RFC 5322 octets with CRLF line ends.</param>
    /// <param name="now">The time of signing (<c>t=</c>).</param>
    /// <param name="output">Gets the field.</param>
    public void WriteSignature(ReadOnlySpan<byte> message, DateTimeOffset now, IBufferWriter<byte> output)
    {
        if (!_idle.TryTake(out var bench))
            bench = new DkimWorkbench(key);

        bench.WriteSignature(message, now, output);
        _idle.Add(bench);
    }
}
