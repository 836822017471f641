namespace Digest.Doctor;

/// <summary>A TXT record that no provider asks for, but that is worth nothing if it is wrong.</summary>
/// <param name="Subject">The standard's short name.</param>
/// <param name="Labels">What stands before the domain.</param>
/// <param name="Version">The value of <c>v=</c>, which comes first.</param>
/// <param name="Tag">The tag that has to be there.</param>
/// <param name="IsRight">Whether that tag's value is what the standard wants.</param>
/// <param name="Wanted">The same for a person.</param>
internal sealed record PolicyRecordKind(
    string Subject, string Labels, string Version, string Tag, Func<string, bool> IsRight, string Wanted)
{
    public static IReadOnlyList<PolicyRecordKind> All { get; } =
    [
        new("mta-sts", "_mta-sts", "STSv1", "id", IsPolicyId, "up to 32 letters and digits (RFC 8461 §3.1)"),
        new("tls-rpt", "_smtp._tls", "TLSRPTv1", "rua", AreReportUris, "mailto: or https: addresses (RFC 8460 §3)"),
        new("bimi", "default._bimi", "BIMI1", "l", IsLogo, "an https address, or nothing to decline"),
    ];

    /// <summary>True for a record of this kind, right or not; others may stand at the same name.</summary>
    public bool IsOne(string text) =>
        text.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries) is ["v", var said] && said == Version;

    /// <summary>The value of the tag; null if it is missing or said twice.</summary>
    public string? Value(string text)
    {
        var values = text.Split(';').Skip(1)
            .Select(tag => tag.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(tag => tag.Length == 2 && tag[0] == Tag)
            .ToList();
        return values is [[_, var value]] ? value : null;
    }

    private static bool IsPolicyId(string value) =>
        value.Length is >= 1 and <= 32 && value.All(char.IsAsciiLetterOrDigit);

    private static bool AreReportUris(string value) => value.Split(',').All(one =>
        Uri.TryCreate(one.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "mailto" or "https");

    private static bool IsLogo(string value) => value.Length == 0
        || (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps);
}
