using System.Globalization;
using System.Text.Json;
using Digest.Gather.Json;
using Digest.Markup;

namespace Digest.Gather.Launchpad;

/// <summary>Reads the fields that Launchpad's entries have in common.</summary>
internal static class LaunchpadEntry
{
    // What stands in the place of a value that this reader may not see.
    private const string Redacted = "tag:launchpad.net:2008:redacted";

    /// <summary>Null for a value that is missing or hidden.</summary>
    public static string? Value(this JsonElement entry, string name) =>
        entry.Text(name) is { } text && text != Redacted ? text : null;

    /// <summary>The same on one harmless line.</summary>
    public static string? Line(this JsonElement entry, string name) =>
        entry.Value(name) is { } text && PlainLine.Of(text) is { Length: > 0 } line ? line : null;

    public static DateTimeOffset? Time(this JsonElement entry, string name) =>
        DateTimeOffset.TryParse(
            entry.Value(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : null;

    /// <summary>The last part of a link's path: of a milestone its name, of a person the login.</summary>
    public static string? LinkName(this JsonElement entry, string name)
    {
        if (entry.Value(name) is not { } link || !Uri.TryCreate(link, UriKind.Absolute, out var address))
            return null;

        var last = address.AbsolutePath.TrimEnd('/').Split('/')[^1];
        return PlainLine.Of(Uri.UnescapeDataString(last)).TrimStart('~') is { Length: > 0 } plain ? plain : null;
    }

    /// <summary>A page for people; null if it is none.</summary>
    public static string? Page(this JsonElement entry, string name) => AddressRule.Image(entry.Value(name), null);
}
