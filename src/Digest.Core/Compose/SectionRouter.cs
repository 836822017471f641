using System.Text.RegularExpressions;
using Digest.Model;

namespace Digest.Compose;

/// <summary>Where an item goes and why.</summary>
/// <param name="Path">Section titles from the outside in.</param>
/// <param name="Reason">The rule that decided, such as <c>tag nova</c>.</param>
internal sealed record SectionRoute(IReadOnlyList<string> Path, string Reason);

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

    public SectionRoute Route(Item item) => Find(newsletter.Sections, item) ?? new SectionRoute([_rest], "no rule");

    private SectionRoute? Find(IReadOnlyList<SectionDefinition> sections, Item item)
    {
        foreach (var section in sections)
        {
            if (Find(section.Sections, item) is { } inner)
                return inner with { Path = [section.Title, .. inner.Path] };
            if (section.Match is { } match && Reason(match, item) is { } reason)
                return new SectionRoute([section.Title], reason);
        }

        return null;
    }

    private string? Reason(SectionMatch match, Item item)
    {
        if (match.Sources.Contains(item.SourceId))
            return $"source {item.SourceId}";
        if (match.Tags.FirstOrDefault(tag => TagsOf(item).Contains(tag, StringComparer.OrdinalIgnoreCase)) is { } tag)
            return $"tag {tag}";
        if (match.Hosts.FirstOrDefault(host => IsAt(item.Content.Url, host)) is { } host)
            return $"host {host}";

        return match.Title is { } pattern && Fits(pattern, item.Content.Title) ? $"title ~ {pattern}" : null;
    }

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
