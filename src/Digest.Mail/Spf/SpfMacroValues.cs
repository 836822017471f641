using System.Net.Sockets;

namespace Digest.Mail.Spf;

/// <summary>What the letters of macros stand for (RFC 7208 §7.2).</summary>
internal static class SpfMacroValues
{
    /// <param name="letter">In lower case.</param>
    /// <param name="sender">Who sends.</param>
    /// <param name="domain">Whose record is read.</param>
    /// <param name="validated">For <c>p</c>.</param>
    public static string Of(char letter, SpfIdentity sender, string domain, string validated) => letter switch
    {
        's' => $"{sender.LocalPart}@{sender.Domain}",
        'l' => sender.LocalPart,
        'o' => sender.Domain,
        'd' => domain,
        'i' => Dotted(sender),
        'p' => validated,
        'v' => IsOld(sender) ? "in-addr" : "ip6",
        'h' => sender.Helo,
        _ => throw new InvalidOperationException($"'{letter}' is no macro"),
    };

    /// <summary>An IPv6 address is 32 hexadecimal digits with dots between them.</summary>
    private static string Dotted(SpfIdentity sender) => IsOld(sender)
        ? sender.Address.ToString()
        : string.Join('.', Convert.ToHexStringLower(sender.Address.GetAddressBytes()).ToCharArray());

    private static bool IsOld(SpfIdentity sender) => sender.Address.AddressFamily == AddressFamily.InterNetwork;
}
