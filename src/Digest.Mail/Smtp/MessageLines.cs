using System.Numerics;
using System.Runtime.CompilerServices;

namespace Digest.Mail.Smtp;

/// <summary>
/// Tells in one pass whether a message can go out as it is, which is the rule for one that was written for mail.
/// </summary>
internal static class MessageLines
{
    /// <summary>Whether every line, the last too, ends with CRLF, and CR and LF stand nowhere else.</summary>
    public static bool AreSound(ReadOnlySpan<byte> message) => message.IsEmpty || IsSound(message, lookForDots: false);

    /// <summary>Whether besides that no line begins with a dot.</summary>
    public static bool AreSoundWithoutDots(ReadOnlySpan<byte> message) =>
        message.IsEmpty || (message[0] != '.' && IsSound(message, lookForDots: true));

    // Compiled at full speed at once: it looks at every octet, and a run is over before a second compilation pays.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsSound(ReadOnlySpan<byte> message, bool lookForDots)
    {
        if (message[0] == '\n' || message[^1] != '\n')
            return false;

        var dot = (byte)(lookForDots ? '.' : '\n');
        var at = 1;
        for (; at + Vector<byte>.Count <= message.Length; at += Vector<byte>.Count)
        {
            if (HasFault(new Vector<byte>(message[at..]), new Vector<byte>(message[(at - 1)..]), dot))
                return false;
        }

        for (; at < message.Length; at++)
        {
            if ((message[at] == '\n') != (message[at - 1] == '\r') || (message[at - 1] == '\n' && message[at] == dot))
                return false;
        }

        return true;
    }

    /// <summary>LF stands behind CR and only there; behind LF stands no dot (nor, said for both cases, LF).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasFault(Vector<byte> octets, Vector<byte> before, byte dot)
    {
        var newline = new Vector<byte>((byte)'\n');
        var unpaired = Vector.Equals(octets, newline) ^ Vector.Equals(before, new Vector<byte>((byte)'\r'));
        var dots = Vector.Equals(before, newline) & Vector.Equals(octets, new Vector<byte>(dot));
        return (unpaired | dots) != Vector<byte>.Zero;
    }
}
