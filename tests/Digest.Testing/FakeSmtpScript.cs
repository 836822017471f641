using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Digest.Testing;

/// <summary>What a <see cref="FakeSmtpServer"/> says. Without changes it takes every mail.</summary>
public sealed record FakeSmtpScript
{
    /// <summary>An answer that closes the connection instead.</summary>
    public const string Drop = "<drop>";

    /// <summary>An answer that never comes.</summary>
    public const string Hang = "<hang>";

    public string Banner { get; init; } = "220 fake.example ESMTP";

    /// <summary>EHLO keywords.</summary>
    public IReadOnlyList<string> Features { get; init; } = ["8BITMIME", "SMTPUTF8", "SIZE 1000000"];

    /// <summary>The answer to a command line (or to the final dot, as "."); null for the ordinary one.</summary>
    public Func<string, string?> Answer { get; init; } = _ => null;

    /// <summary>EHLO keywords after TLS; null if they stay the same.</summary>
    public IReadOnlyList<string>? ProtectedFeatures { get; init; }

    /// <summary>
    /// Whether the answer to a command leaves at once, with those held back before it, in one packet. A client that
    /// waits for an answer that is held back waits for ever.
    /// </summary>
    public Func<string, bool> Flushes { get; init; } = _ => true;

    /// <summary>Sends every octet by itself.</summary>
    public bool ByteByByte { get; init; }

    /// <summary>For STARTTLS, or from the start if <see cref="IsImplicit"/>.</summary>
    public X509Certificate2? Certificate { get; init; }

    public bool IsImplicit { get; init; }

    /// <summary>The versions of TLS that the server speaks; the system's unless set.</summary>
    public SslProtocols Tls { get; init; }

    /// <summary>What somebody in the middle adds behind the 220 to STARTTLS, in the same packet.</summary>
    public string Injected { get; init; } = "";
}
