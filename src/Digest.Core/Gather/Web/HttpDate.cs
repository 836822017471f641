using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Digest.Gather.Web;

/// <summary>The dates of HTTP headers (RFC 9110 section 5.6.7): the usual form and the two old ones.</summary>
internal static class HttpDate
{
    private static readonly string[] Forms =
    [
        "ddd, d MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy",
    ];

    public static bool TryRead([NotNullWhen(true)] string? text, out DateTimeOffset date) =>
        DateTimeOffset.TryParseExact(
            text,
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
            out date);
}
