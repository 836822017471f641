namespace Digest.Mail.Smtp.Sasl;

/// <summary>What a mechanism makes of a challenge.</summary>
internal abstract record SaslAnswer
{
    public static SaslAnswer Empty { get; } = new Send([]);

    /// <summary>The exchange goes on with these octets.</summary>
    public sealed record Send(byte[] Octets) : SaslAnswer;

    /// <summary>The server is not to be trusted or not to be understood: the exchange is called off.</summary>
    /// <param name="Reason">A clause for a person, without secrets.</param>
    public sealed record Cancel(string Reason) : SaslAnswer;
}
