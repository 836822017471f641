using System.Net;
using System.Net.Sockets;

namespace Digest.Mail.Smtp;

/// <summary>What a client may call itself in EHLO: a domain name or an address literal (RFC 5321 §4.1.1.1).</summary>
public static class SmtpClientName
{
    private const string Version6 = "IPv6:";

    public static bool IsValid(string name) => name is ['[', .. var literal, ']']
        ? IsAddress(literal)
        : name.Length <= 255 && name.Split('.').All(IsLabel);

    private static bool IsAddress(string literal)
    {
        var isVersion6 = literal.StartsWith(Version6, StringComparison.OrdinalIgnoreCase);
        var text = isVersion6 ? literal[Version6.Length..] : literal;
        return IPAddress.TryParse(text, out var address)
            && (address.AddressFamily == AddressFamily.InterNetworkV6) == isVersion6
            && text.All(c => char.IsAsciiHexDigit(c) || c is '.' or ':');
    }

    private static bool IsLabel(string label) => label is { Length: > 0 and <= 63 }
        && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
