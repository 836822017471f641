namespace Digest.Mail.Smtp.Sasl;

/// <summary>Where an exchange takes place.</summary>
internal sealed record SaslGround
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>The mechanisms that the server offers, in upper case.</summary>
    public required IReadOnlyList<string> Offered { get; init; }

    /// <summary>True under TLS and on loopback.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>See <see cref="TlsServerEndPoint"/>; null without TLS.</summary>
    public byte[]? ServerEndPoint { get; init; }
}
