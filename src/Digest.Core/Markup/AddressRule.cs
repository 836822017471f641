using System.Text;

namespace Digest.Markup;

/// <summary>Decides which addresses of untrusted text may become links or images.</summary>
internal static class AddressRule
{
    /// <summary>
    /// The address as its author wrote it if it is http, https or mailto, a relative one resolved against the base,
    /// or null. Spaces and invisible characters are percent-encoded, as a browser would do: the target stays the
    /// same, and nothing hides in it.
    /// </summary>
    public static string? Link(string? written, Uri? baseUrl) =>
        written is null ? null : Encode(Absolute(Strip(written), baseUrl, allowMail: true));

    /// <summary>The same for an image: http or https only.</summary>
    public static string? Image(string? written, Uri? baseUrl) =>
        written is null ? null : Encode(Absolute(Strip(written), baseUrl, allowMail: false));

    /// <summary>
    /// True for a scheme other than those above, <c>javascript:</c> for one, in any disguise a browser sees through.
    /// </summary>
    public static bool IsUnsafe(string written)
    {
        var address = Strip(written);
        return HasScheme(address) && Absolute(address, null, allowMail: true) is null;
    }

    // Browsers drop tabs and line ends anywhere in an address, and controls and spaces around it (WHATWG URL §4.4).
    private static string Strip(string written)
    {
        var start = 0;
        var end = written.Length;
        while (start < end && written[start] <= ' ')
            start++;

        while (end > start && written[end - 1] <= ' ')
            end--;

        var trimmed = written[start..end];
        return trimmed.AsSpan().ContainsAny('\t', '\r', '\n')
            ? string.Concat(trimmed.Where(character => character is not ('\t' or '\r' or '\n')))
            : trimmed;
    }

    private static string? Absolute(string address, Uri? baseUrl, bool allowMail)
    {
        if (IsWeb(address) || (allowMail && IsMail(address)))
            return address;

        if (baseUrl is null || address.Length == 0 || HasScheme(address) || address[0] == '#')
            return null;

        return Uri.TryCreate(baseUrl, address, out var resolved) && IsWeb(resolved.AbsoluteUri)
            ? resolved.AbsoluteUri
            : null;
    }

    private static bool IsWeb(string address)
    {
        var host = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : address.Length;
        return host < address.Length && address[host] is not ('/' or '\\' or '?' or '#' or ' ');
    }

    private static bool IsMail(string address) =>
        address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && address.Contains('@');

    private static bool HasScheme(string address)
    {
        var colon = address.AsSpan().IndexOfAny(":/?#");
        return colon > 0 && address[colon] == ':';
    }

    private static string? Encode(string? address)
    {
        if (address is null || !address.EnumerateRunes().Any(Script.IsInvisible))
            return address;

        var output = new StringBuilder(address.Length + 8);
        foreach (var rune in address.EnumerateRunes())
        {
            var text = rune.ToString();
            output.Append(Script.IsInvisible(rune) ? Uri.EscapeDataString(text) : text);
        }

        return output.ToString();
    }
}
