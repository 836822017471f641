using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Digest.Mail.Smtp.Sasl;

/// <summary>
/// SCRAM-SHA-256 and SCRAM-SHA-256-PLUS (RFC 5802, RFC 7677): the server learns a proof and no password, and has to
/// prove in turn that it knows the password's verifier. There is no SCRAM-SHA-1: servers that have it have PLAIN too,
/// and over TLS the two differ too little to carry a second hash.
/// States: started, proof sent, server proven; each challenge moves one step, and any other order is called off.
/// </summary>
internal sealed class ScramMechanism : ISaslMechanism
{
    /// <summary>The least of RFC 7677 §4; fewer would help who listens and guesses.</summary>
    private const int MinIterations = 4096;

    /// <summary>About half a second; a server may not make its clients compute for as long as it likes.</summary>
    private const int MaxIterations = 1_000_000;

    private readonly string _password;
    private readonly ScramBinding _binding;
    private readonly string _nonce;
    private readonly string _firstBare;
    private byte[]? _serverSignature;
    private bool _isRefused;

    /// <param name="username">Prepared by SASLprep.</param>
    /// <param name="password">Prepared by SASLprep.</param>
    /// <param name="binding">What is known of the channel.</param>
    /// <param name="nonce">Printable, without commas, never used before.</param>
    public ScramMechanism(string username, string password, ScramBinding binding, string nonce)
    {
        _password = password;
        _binding = binding;
        _nonce = nonce;
        _firstBare = $"n={ScramName.Escape(username)},r={nonce}";
    }

    public string Name => _binding.IsBound ? "SCRAM-SHA-256-PLUS" : "SCRAM-SHA-256";

    public bool IsProven { get; private set; }

    public bool HasCommitted => _serverSignature is not null;

    public static string NewNonce() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));

    public byte[] Start() => Encoding.UTF8.GetBytes(_binding.Header + _firstBare);

    public SaslAnswer Respond(ReadOnlySpan<byte> challenge)
    {
        if (IsProven || _isRefused)
            return new SaslAnswer.Cancel("the server asked for more than SCRAM has");

        // The server's own word that it fails; it goes on to say so in its reply.
        if (challenge.StartsWith("e="u8))
        {
            _isRefused = true;
            return SaslAnswer.Empty;
        }

        return _serverSignature is null ? Prove(challenge) : Verify(challenge);
    }

    private SaslAnswer Prove(ReadOnlySpan<byte> message)
    {
        if (ScramChallenge.Read(message) is not { } challenge)
            return new SaslAnswer.Cancel("the server's SCRAM challenge is malformed");
        if (Fault(challenge) is { } fault)
            return new SaslAnswer.Cancel(fault);

        var withoutProof = $"c={_binding.Encode()},r={challenge.Nonce}";
        var signed = Encoding.UTF8.GetBytes($"{_firstBare},{challenge.Text},{withoutProof}");
        var salted = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(_password), challenge.Salt, challenge.Iterations, HashAlgorithmName.SHA256, 32);
        var clientKey = HMACSHA256.HashData(salted, "Client Key"u8);
        var clientSignature = HMACSHA256.HashData(SHA256.HashData(clientKey), signed);
        _serverSignature = HMACSHA256.HashData(HMACSHA256.HashData(salted, "Server Key"u8), signed);

        var proof = clientKey.Zip(clientSignature, (one, other) => (byte)(one ^ other)).ToArray();
        return new SaslAnswer.Send(Encoding.UTF8.GetBytes($"{withoutProof},p={Convert.ToBase64String(proof)}"));
    }

    private string? Fault(ScramChallenge challenge)
    {
        if (challenge.Nonce.Length <= _nonce.Length || !challenge.Nonce.StartsWith(_nonce, StringComparison.Ordinal))
            return "the server's SCRAM challenge answers another client";

        return challenge.Iterations is < MinIterations or > MaxIterations
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the server asks for {challenge.Iterations} rounds of SCRAM, not {MinIterations} to {MaxIterations}")
            : null;
    }

    private SaslAnswer Verify(ReadOnlySpan<byte> message)
    {
        var text = Encoding.ASCII.GetString(message);
        IsProven = text.StartsWith("v=", StringComparison.Ordinal)
            && ScramChallenge.TryBase64(text[2..].Split(',')[0], out var signature)
            && CryptographicOperations.FixedTimeEquals(signature, _serverSignature);
        return IsProven
            ? SaslAnswer.Empty
            : new SaslAnswer.Cancel("the server could not prove that it knows the password");
    }
}
