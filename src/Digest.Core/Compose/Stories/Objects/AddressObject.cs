namespace Digest.Compose.Stories.Objects;

/// <summary>
/// The thing that an address leads to: a change, a bug, a release; where none is known, the page itself. Only the
/// spelling of the address is looked at, nothing is asked of the web.
/// </summary>
/// <param name="Key">A key as <see cref="Model.ObjectKey"/> makes them, or <c>page://host/path</c>.</param>
/// <param name="IsPage">True if all that is known of the address is that it is a page.</param>
internal sealed record AddressObject(string Key, bool IsPage)
{
    private static readonly Func<WebAddress, string?>[] Kinds =
    [
        ReviewAddress.Key, LaunchpadAddress.Key, AdvisoryAddress.Key, ForgeAddress.Key, PackageAddress.Key,
        MailAddress.Key, PadAddress.Key, ForumAddress.Key, WikiAddress.Key, TrackerAddress.Key,
    ];

    /// <summary>Null for what is no web address, and for the front page of a site.</summary>
    public static AddressObject? Of(string? url)
    {
        if (WebAddress.Of(url) is not { IsFront: false } address)
            return null;

        foreach (var kind in Kinds)
        {
            if (kind(address) is { } key)
                return new AddressObject(KeyForm.Of(key), IsPage: false);
        }

        return new AddressObject(PageKey(address), IsPage: true);
    }

    // With and without a slash at the end is one page on every server that answers both.
    private static string PageKey(WebAddress address)
    {
        var isPath = address.Query.Length + address.Fragment.Length == 0;
        return $"page:{(isPath ? address.Canonical.TrimEnd('/') : address.Canonical)}";
    }
}
