using System.Globalization;
using System.Text;

namespace Digest.Mail.Smtp;

/// <summary>What a server's EHLO offers (RFC 5321 §4.1.1.1). Asked anew after STARTTLS (RFC 3207 §4.2).</summary>
public sealed record SmtpFeatures
{
    public static SmtpFeatures None { get; } = new();

    public bool StartTls { get; init; }

    /// <summary>Commands may be sent in groups (RFC 2920).</summary>
    public bool Pipelining { get; init; }

    /// <summary>BDAT is known (RFC 3030).</summary>
    public bool Chunking { get; init; }

    /// <summary>What reports shall hold may be said (RFC 3461).</summary>
    public bool Dsn { get; init; }

    public bool SmtpUtf8 { get; init; }

    public bool EightBitMime { get; init; }

    /// <summary>True where the size may be said in MAIL (RFC 1870).</summary>
    public bool Size { get; init; }

    /// <summary>The largest message taken; 0 if the server names none.</summary>
    public long MaxSize { get; init; }

    /// <summary>SASL mechanisms in upper case.</summary>
    public IReadOnlyList<string> Auth { get; init; } = [];

    /// <summary>Reads the lines after the first, which is a greeting.</summary>
    public static SmtpFeatures From(SmtpReply reply)
    {
        var features = None;
        foreach (var line in reply.Lines.Skip(1))
            features = features.With(line.ToUpperInvariant().Split([' ', '='], StringSplitOptions.RemoveEmptyEntries));

        return features;
    }

    /// <summary>Why this server cannot carry a message; null if it can.</summary>
    internal SmtpSendOutcome? ObstacleTo(SmtpEnvelope envelope, ReadOnlySpan<byte> message)
    {
        if (envelope.IsInternational && !(SmtpUtf8 && EightBitMime))
            return new SmtpSendOutcome.Unsupported(
                "the server does not take addresses with letters beyond ASCII (no SMTPUTF8)");
        if (MaxSize > 0 && message.Length > MaxSize)
            return new SmtpSendOutcome.TooLarge(
                $"the message has {message.Length} octets, the server takes {MaxSize}");

        return EightBitMime || Ascii.IsValid(message)
            ? null
            : new SmtpSendOutcome.Unsupported("the server takes seven-bit messages only (no 8BITMIME)");
    }

    private SmtpFeatures With(string[] words) => words switch
    {
        ["STARTTLS", ..] => this with { StartTls = true },
        ["PIPELINING", ..] => this with { Pipelining = true },
        ["CHUNKING", ..] => this with { Chunking = true },
        ["DSN", ..] => this with { Dsn = true },
        ["SMTPUTF8", ..] => this with { SmtpUtf8 = true },
        ["8BITMIME", ..] => this with { EightBitMime = true },
        ["SIZE", .. var limit] => this with { Size = true, MaxSize = Limit(limit) },
        ["AUTH", .. var mechanisms] => this with { Auth = [.. Auth, .. mechanisms] },
        _ => this,
    };

    private static long Limit(string[] words) =>
        words is [var first, ..] && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            ? limit
            : 0;
}
