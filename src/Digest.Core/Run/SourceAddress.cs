using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Run;

/// <summary>The address of a feed in somebody else's list.</summary>
internal static partial class SourceAddress
{
    private const string Scheme = "feed:";

    /// <summary>Absolute http or https; null for anything else.</summary>
    public static Uri? Read(string text)
    {
        // Browsers once wrote feed://host/path, and feed:https://host/path where the scheme mattered.
        var address = !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text
            : text.StartsWith("feed://", StringComparison.OrdinalIgnoreCase) ? $"http:{text[Scheme.Length..]}"
            : text[Scheme.Length..];
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri.IdnHost.Length > 0
                ? WithoutFragment(uri)
                : null;
    }

    /// <summary>An address for messages: one line, without the password that it may hold.</summary>
    public static string Shown(string text) => UserInfo().Replace(PlainLine.Of(text), "//…@");

    /// <summary>What two spellings of one feed share: scheme and a slash at the end make no other feed.</summary>
    public static string KeyOf(Uri address) =>
        $"{address.IdnHost.ToLowerInvariant()}:{(address.IsDefaultPort ? 0 : address.Port)}"
        + $"{address.AbsolutePath.TrimEnd('/')}{address.Query}";

    private static Uri WithoutFragment(Uri uri) =>
        uri.Fragment.Length == 0 ? uri : new Uri(uri.GetLeftPart(UriPartial.Query));

    [GeneratedRegex("//[^/?#]*@")]
    private static partial Regex UserInfo();
}
