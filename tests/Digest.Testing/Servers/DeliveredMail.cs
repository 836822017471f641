using System.Text;

namespace Digest.Testing.Servers;

/// <summary>A mail as a server stored it: what the servers on the way put on top, and what was sent.</summary>
public sealed class DeliveredMail
{
    private static readonly string[] Trace = ["Return-Path", "Delivered-To", "X-Original-To", "Received"];

    /// <param name="stored">As in a Maildir, whose lines end with LF alone.</param>
    public DeliveredMail(byte[] stored)
    {
        Octets = WithCrlf(stored);
        Sent = Octets.AsMemory(LengthOfTrace(Octets));
        Added = Encoding.UTF8.GetString(Octets.AsSpan(0, Octets.Length - Sent.Length));
    }

    /// <summary>The whole of it, with CRLF.</summary>
    public byte[] Octets { get; }

    /// <summary>The trace fields on top.</summary>
    public string Added { get; }

    /// <summary>From the first field on that is not a trace field.</summary>
    public ReadOnlyMemory<byte> Sent { get; }

    public string Text => Encoding.UTF8.GetString(Sent.Span);

    /// <summary>With angle brackets.</summary>
    public string MessageId => Text.Split("\r\nMessage-ID: ", 2)[1].Split("\r\n", 2)[0];

    private static byte[] WithCrlf(byte[] stored)
    {
        var text = Encoding.Latin1.GetString(stored).Replace("\r\n", "\n", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    private static int LengthOfTrace(ReadOnlySpan<byte> mail)
    {
        var length = 0;
        while (StartsTrace(mail[length..]))
            length += LengthOfField(mail[length..]);

        return length;
    }

    private static bool StartsTrace(ReadOnlySpan<byte> rest)
    {
        foreach (var name in Trace)
        {
            if (rest.StartsWith(Encoding.ASCII.GetBytes($"{name}:")))
                return true;
        }

        return false;
    }

    private static int LengthOfField(ReadOnlySpan<byte> rest)
    {
        var length = 0;
        do
            length += rest[length..].IndexOf((byte)'\n') + 1;
        while (rest[length] is (byte)' ' or (byte)'\t');

        return length;
    }
}
