namespace Digest.Mail.Smtp.Sasl;

/// <summary>
/// The client's side of one authentication (RFC 4422). It knows nothing of SMTP and base64, and serves for one
/// exchange.
/// </summary>
internal interface ISaslMechanism
{
    /// <summary>As servers offer it.</summary>
    string Name { get; }

    /// <summary>What the client says first; null where the server speaks first.</summary>
    byte[]? Start();

    /// <summary>Answers what the server said. Anything may be in it; what cannot be read arrives empty.</summary>
    SaslAnswer Respond(ReadOnlySpan<byte> challenge);

    /// <summary>
    /// False while a server that says "welcome" has not shown yet that it knows the secret, where the mechanism has it
    /// do so.
    /// </summary>
    bool IsProven { get; }

    /// <summary>True once a proof or the secret itself was said: then no other way is tried.</summary>
    bool HasCommitted { get; }
}
