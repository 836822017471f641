using System.ComponentModel.DataAnnotations;

namespace Digest.Model;

/// <summary>Where pages, feeds and the API are served, and under which address the world knows them.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Addresses to listen on, separated by semicolons. Loopback unless set.</summary>
    [Required]
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The address that stands in letters, pages and feeds; https, except on loopback.</summary>
    [Required]
    public Uri PublicUrl { get; set; } = new("https://newsletter.example.org/");

    /// <summary>
    /// The bearer token of the API; without one the API refuses every call. Set it by environment, not by file.
    /// </summary>
    public string? ApiToken { get; set; }
}
