using System.Text.RegularExpressions;
using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>Pages of the registers of security advisories.</summary>
internal static partial class AdvisoryAddress
{
    public static string? Key(WebAddress address)
    {
        var isRegister = address.IsAt("cve.org") || address.IsAt("cve.mitre.org") || address.IsAt("nvd.nist.gov")
            || (address.Host == "github.com" && address.IndexOf("advisories") >= 0);
        if (address.Path is [.., var file] && AdvisoryFile().Match(file) is { Success: true } page)
            return ObjectKey.Advisory(page.Groups["number"].Value);

        return isRegister && TextObjects.AdvisoryIn(AddressText.Decode(address.Canonical)) is { } number
            ? ObjectKey.Advisory(number)
            : null;
    }

    // A page that is called by the number is the advisory, whoever keeps it.
    [GeneratedRegex(
        @"^(?<number>OSSA-[0-9]{4}-[0-9]{3,4}|CVE-[0-9]{4}-[0-9]{4,7})(?:\.(?:html?|rst|txt|md|json))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex AdvisoryFile();
}
