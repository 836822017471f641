using System.Globalization;
using System.Text.RegularExpressions;

namespace Digest.Gather.HyperKitty;

/// <summary>The addresses of one list in HyperKitty.</summary>
/// <param name="Page">The list's own page, with a slash at its end.</param>
/// <param name="Name">The list's name before the at sign.</param>
internal sealed partial record ListAddress(Uri Page, string Name)
{
    /// <summary>Null if no list is named: its page, or any page below it, holds <c>/list/NAME@HOST</c>.</summary>
    public static ListAddress? Of(Uri address)
    {
        var match = ListPath().Match(Uri.UnescapeDataString(address.AbsolutePath));
        return match.Success
            ? new ListAddress(new Uri(address, $"{match.Value.TrimEnd('/')}/"), match.Groups["name"].Value)
            : null;
    }

    /// <summary>The mails of some days; the end is not among them, as the server takes it.</summary>
    public Uri Export(DateOnly start, DateOnly end) => new(Page, string.Create(
        CultureInfo.InvariantCulture,
        $"export/{Uri.EscapeDataString(Name)}.mbox.gz?start={start:yyyy-MM-dd}&end={end:yyyy-MM-dd}"));

    public Uri Message(string messageId) => new(Page, $"message/{MessageHash.Of(messageId)}/");

    public Uri Feed => new(Page, "feed/");

    [GeneratedRegex(@"\A(?:/[^/]+)*?/list/(?<name>[^/@\s]+)@[^/@\s]+(?:/|\z)")]
    private static partial Regex ListPath();
}
