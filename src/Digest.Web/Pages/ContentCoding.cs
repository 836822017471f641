using Microsoft.Net.Http.Headers;

namespace Digest.Web.Pages;

/// <summary>How bytes are written on the wire, the poorest first.</summary>
public enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Picks the coding that a client likes best (RFC 9110 §12.5.3).</summary>
public static class ContentCodings
{
    private static readonly ContentCoding[] RichestFirst =
        [ContentCoding.Brotli, ContentCoding.Gzip, ContentCoding.Identity];

    /// <summary>The header's token; null for identity, which is never named.</summary>
    public static string? Token(this ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => null,
    };

    /// <summary>Plain bytes where nothing offered is acceptable: an answer is better than 406.</summary>
    public static ContentCoding Choose(IList<StringWithQualityHeaderValue> accepted)
    {
        var best = RichestFirst.MaxBy(coding => Quality(accepted, coding));
        return Quality(accepted, best) > 0 ? best : ContentCoding.Identity;
    }

    private static double Quality(IList<StringWithQualityHeaderValue> accepted, ContentCoding coding)
    {
        var name = coding.Token() ?? "identity";
        var entry = accepted.FirstOrDefault(value => value.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(value => value.Value == "*");

        // Identity that is not mentioned stays acceptable, after whatever was asked for by name.
        var unmentioned = coding == ContentCoding.Identity ? double.Epsilon : 0;
        return entry is null ? unmentioned : entry.Quality ?? 1;
    }
}
