using System.Text.RegularExpressions;
using Digest.Markup;
using Digest.Model;

namespace Digest.Compose;

/// <summary>Where an item goes and why.</summary>
/// <param name="Path">Section titles from the outside in.</param>
/// <param name="Reason">The rule that decided, such as <c>tag nova</c>.</param>
internal sealed record SectionRoute(IReadOnlyList<string> Path, string Reason)
{
    /// <summary>The most items of the section; null for no limit.</summary>
    public int? Most { get; init; }

    /// <summary>What an editor should look at: a tag that is nearly a known one. Null for nothing.</summary>
    public string? Hint { get; init; }
}

/// <summary>
/// Sends items into sections: the first rule in the order of the settings that fits, inner sections before the outer
/// one. What fits nowhere goes to a section of its own at the end.
/// </summary>
internal sealed class SectionRouter(Newsletter newsletter, DraftWords words)
{
    private readonly string _rest = newsletter.Sections.Count == 0 ? words.Everything : words.Unsorted;

    /// <summary>The newsletter's sections with the one for the rest at the end.</summary>
    public IReadOnlyList<SectionDefinition> Outline => newsletter.Sections.Any(section => section.Title == _rest)
        ? newsletter.Sections
        : [.. newsletter.Sections, new SectionDefinition { Id = "", Title = _rest }];

    public SectionRoute Route(Item item)
    {
        if (Find(newsletter.Sections, match => Reason(match, item)) is { } route)
            return route;

        // A mistyped tag is followed only where it can mean one thing.
        var (tag, near) = NearTags(item);
        if (near is [var only]
            && Find(newsletter.Sections, Takes(only, $"tag {tag}, taken for {only}")) is { } meant)
        {
            return meant with { Hint = $"tag '{tag}' is taken for '{only}'" };
        }

        var rest = new SectionRoute([_rest], "no rule");
        return near.Count < 2
            ? rest
            : rest with
            {
                Reason = $"no rule; tag {tag} is near {string.Join(" and ", near)}",
                Hint = $"tag '{tag}' is near {string.Join(" and ", near.Select(known => $"'{known}'"))}",
            };
    }

    private static Func<SectionMatch, string?> Takes(string tag, string reason) =>
        match => Has(match.Tags, tag) ? reason : null;

    private static SectionRoute? Find(IReadOnlyList<SectionDefinition> sections, Func<SectionMatch, string?> fits)
    {
        foreach (var section in sections)
        {
            if (Find(section.Sections, fits) is { } inner)
                return inner with { Path = [section.Title, .. inner.Path] };
            if (section.Match is { } match && fits(match) is { } reason)
                return new SectionRoute([section.Title], reason) { Most = section.Most };
        }

        return null;
    }

    private string? Reason(SectionMatch match, Item item)
    {
        if (match.Sources.Contains(item.SourceId))
            return $"source {item.SourceId}";
        if (match.Tags.FirstOrDefault(tag => Has(TagsOf(item), tag)) is { } tag)
            return $"tag {tag}";
        if (match.Hosts.FirstOrDefault(host => IsAt(item.Content.Url, host)) is { } host)
            return $"host {host}";

        return match.Title is { } pattern && Fits(pattern, item.Content.Title) ? $"title ~ {pattern}" : null;
    }

    /// <summary>The first tag of an item that is nearly known, and the tags it is near.</summary>
    private (string Tag, IReadOnlyList<string> Near) NearTags(Item item)
    {
        var known = Known(newsletter.Sections).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return TagsOf(item)
            .Select(tag => (tag, WordDistance.Near(tag, known)))
            .FirstOrDefault(found => found.Item2.Count > 0, ("", []));
    }

    private static IEnumerable<string> Known(IReadOnlyList<SectionDefinition> sections) =>
        sections.SelectMany(section => (section.Match?.Tags ?? []).Concat(Known(section.Sections)));

    private static bool Has(IEnumerable<string> tags, string tag) =>
        tags.Any(one => one.Trim().Equals(tag, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string> TagsOf(Item item)
    {
        var source = newsletter.Sources.FirstOrDefault(source => source.Id == item.SourceId);
        return item.Content.Tags.Concat(source?.Tags ?? []);
    }

    private static bool IsAt(string? url, string host) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase)
            || address.IdnHost.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase));

    private static bool Fits(Regex pattern, string title)
    {
        try
        {
            return pattern.IsMatch(title);
        }
        catch (RegexMatchTimeoutException)
        {
            // A title that a pattern cannot decide in its time is one that it does not fit.
            return false;
        }
    }
}
