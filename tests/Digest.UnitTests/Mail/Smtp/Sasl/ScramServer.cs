using System.Security.Cryptography;
using System.Text;

namespace Digest.UnitTests.Mail.Smtp.Sasl;

/// <summary>The server's side of SCRAM-SHA-256, which gives its messages and trusts every proof.</summary>
internal sealed class ScramServer(string password)
{
    private static readonly byte[] Salt = [1, 2, 3, 4];
    private string _signed = "";

    /// <summary>The answer to the command with the client's first message.</summary>
    public string First(string command)
    {
        var bare = ScriptedWire.Decode(command.Split(' ')[2]).Split(',', 3)[2];
        var nonce = bare.Split(",r=")[1];
        var first = $"r={nonce}server,s={Convert.ToBase64String(Salt)},i=4096";
        _signed = $"{bare},{first}";
        return ScriptedWire.Challenge(first);
    }

    /// <summary>The answer to the client's proof.</summary>
    public string Last(string line)
    {
        var withoutProof = ScriptedWire.Decode(line).Split(",p=")[0];
        var salted = Rfc2898DeriveBytes.Pbkdf2(password, Salt, 4096, HashAlgorithmName.SHA256, 32);
        var key = HMACSHA256.HashData(salted, "Server Key"u8);
        var signature = HMACSHA256.HashData(
            key, Encoding.UTF8.GetBytes($"{_signed},{withoutProof}"));
        return ScriptedWire.Challenge($"v={Convert.ToBase64String(signature)}");
    }
}
