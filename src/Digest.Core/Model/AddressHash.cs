using System.Security.Cryptography;
using System.Text;
using Digest.Mail.Mime;

namespace Digest.Model;

/// <summary>The key of a suppression and the form of an address in logs.</summary>
public static class AddressHash
{
    /// <summary>SHA-256 of the address in lower case, in lower-case hex.</summary>
    public static string Of(EmailAddress address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Key)));
}
