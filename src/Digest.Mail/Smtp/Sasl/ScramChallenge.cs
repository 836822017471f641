using System.Globalization;
using System.Text;

namespace Digest.Mail.Smtp.Sasl;

/// <summary>The server's first message of SCRAM (RFC 5802 §7), read strictly since the proof is made of it.</summary>
/// <param name="Text">The message as it came; it is part of what is signed.</param>
/// <param name="Nonce">The client's nonce and the server's behind it.</param>
/// <param name="Salt">At least one octet.</param>
/// <param name="Iterations">How often the password is hashed.</param>
internal sealed record ScramChallenge(string Text, string Nonce, byte[] Salt, int Iterations)
{
    /// <summary>Null if it is malformed; an extension that must be understood makes it so, since none is.</summary>
    public static ScramChallenge? Read(ReadOnlySpan<byte> message)
    {
        if (message.IsEmpty || message.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            return null;

        var text = Encoding.ASCII.GetString(message);
        if (text.Split(',') is not [['r', '=', .. var nonce], ['s', '=', .. var salt], ['i', '=', .. var count], ..])
            return null;

        return TryBase64(salt, out var octets)
            && octets.Length > 0
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations)
                ? new ScramChallenge(text, nonce, octets, iterations)
                : null;
    }

    public static bool TryBase64(string text, out byte[] octets)
    {
        octets = new byte[text.Length];
        var isRead = Convert.TryFromBase64String(text, octets, out var length) && !text.Any(char.IsWhiteSpace);
        octets = octets[..length];
        return isRead;
    }
}
