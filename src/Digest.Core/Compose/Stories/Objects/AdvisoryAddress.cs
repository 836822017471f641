using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>Pages of the registers of security advisories.</summary>
internal static class AdvisoryAddress
{
    public static string? Key(WebAddress address)
    {
        var isRegister = address.IsAt("cve.org") || address.IsAt("cve.mitre.org") || address.IsAt("nvd.nist.gov")
            || (address.Host == "github.com" && address.IndexOf("advisories") >= 0);
        return isRegister && TextObjects.AdvisoryIn(AddressText.Decode(address.Canonical)) is { } number
            ? ObjectKey.Advisory(number)
            : null;
    }
}
