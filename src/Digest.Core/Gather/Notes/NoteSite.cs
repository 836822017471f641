using System.Globalization;
using System.Text.RegularExpressions;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Notes;

/// <summary>
/// The site that a folder of notes is published as: where a note can be read, and with that what its relative links
/// mean.
/// </summary>
internal sealed partial class NoteSite
{
    private static readonly string[] AddressKeys = ["link", "url", "permalink"];

    private readonly Uri? _root;
    private readonly string? _pattern;

    public NoteSite(SourceSettingValues settings)
    {
        _root = settings.Text(Site.Name) is { } site ? new Uri(site.EndsWith('/') ? site : site + "/") : null;
        _pattern = settings.Text(Permalink.Name);
    }

    public static SourceSetting Site { get; } = new("site", "https://blog.example.org/") { Check = SiteFault };

    public static SourceSetting Permalink { get; } = new("permalink", "/:year/:month/:day/:title/")
    {
        Check = PermalinkFault,
    };

    /// <summary>Null for a note that lives nowhere on the web.</summary>
    public string? AddressOf(FrontMatter matter, string path, DateTimeOffset? published)
    {
        foreach (var written in AddressKeys.Select(key => matter[key]).OfType<string>())
        {
            if (Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
                return uri.AbsoluteUri;

            // A permalink is often a path of the note's own site, with variables of the site's builder at times.
            if (_root is not null && written.StartsWith('/') && !written.StartsWith("//", StringComparison.Ordinal))
                return OnSite(Fill(written, matter, path, published));
        }

        return _root is null || _pattern is null ? null : OnSite(Fill(_pattern, matter, path, published));
    }

    private string? OnSite(string? path) =>
        path is not null && Uri.TryCreate(_root, path.TrimStart('/'), out var uri) ? uri.AbsoluteUri : null;

    /// <returns>Null if the pattern wants a date that the note has not.</returns>
    private static string? Fill(string pattern, FrontMatter matter, string path, DateTimeOffset? published)
    {
        if (published is null && DateVariable().IsMatch(pattern))
            return null;

        return Variable().Replace(pattern, variable => Uri.EscapeDataString(variable.Groups[1].Value switch
        {
            "year" => Part(published, "yyyy"),
            "month" => Part(published, "MM"),
            "i_month" => Part(published, "%M"),
            "day" => Part(published, "dd"),
            "i_day" => Part(published, "%d"),
            "title" or "slug" or "filename" or "name" => matter["slug"] ?? MarkdownName.Of(path).Slug,
            _ => PlainLine.Of(matter["category"] ?? matter["categories"] ?? ""),
        })).Replace("//", "/", StringComparison.Ordinal);
    }

    private static string Part(DateTimeOffset? date, string format) =>
        date?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    private static string? SiteFault(string site) =>
        Uri.TryCreate(site, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length == 0
            ? null
            : $"'{site}' is no web address; write for example {Site.Example}";

    private static string? PermalinkFault(string pattern)
    {
        var unknown = AnyVariable().Matches(pattern).Select(match => match.Value)
            .FirstOrDefault(name => !Variable().IsMatch(name));
        return !pattern.StartsWith('/') ? $"'{pattern}' begins with no slash; write for example {Permalink.Example}"
            : unknown is null ? null
            : $"{unknown} is unknown; known are :year :month :i_month :day :i_day :title :slug :filename :categories";
    }

    [GeneratedRegex(":(year|month|i_month|day|i_day|title|slug|filename|name|categories|category)(?![a-z_])")]
    private static partial Regex Variable();

    [GeneratedRegex(":(year|month|i_month|day|i_day)(?![a-z_])")]
    private static partial Regex DateVariable();

    [GeneratedRegex(":[a-z_]+")]
    private static partial Regex AnyVariable();
}
