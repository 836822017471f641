using System.Text.RegularExpressions;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace Digest.Gather.WebPage;

/// <summary>
/// Where something stands in a page: a CSS selector, and behind an <c>@</c> the attribute that holds it
/// (<c>time@datetime</c>). A dot is the element that is searched itself.
/// </summary>
/// <param name="Selector">Null for the element itself.</param>
/// <param name="Attribute">Null for the text.</param>
internal sealed partial record PageSelector(string? Selector, string? Attribute)
{
    private const int Longest = 500;

    /// <summary>A selector that <see cref="Fault"/> finds nothing wrong with; null stays null.</summary>
    public static PageSelector? Of(string? written)
    {
        if (written is null)
            return null;

        var attribute = Suffix().Match(written);
        var selector = (attribute.Success ? written[..attribute.Index] : written).Trim();
        return new PageSelector(
            selector is "" or "." ? null : selector, attribute.Success ? attribute.Groups[1].Value : null);
    }

    /// <summary>What is wrong with a value and what would be right; null for a good one.</summary>
    public static string? Fault(string written) =>
        written.Length <= Longest && (Of(written)?.Selector is not { } selector || IsSelector(selector))
            ? null
            : $"'{written}' is no CSS selector; write for example 'article h2 a', with '@datetime' for an attribute";

    public IReadOnlyList<IElement> All(IParentNode place) =>
        Selector is null ? (place is IElement element ? [element] : []) : [.. place.QuerySelectorAll(Selector)];

    public IElement? First(IElement place) => Selector is null ? place : place.QuerySelector(Selector);

    /// <summary>What stands there; null if there is nothing.</summary>
    public string? Value(IElement place) => First(place) is not { } found ? null
        : Attribute is null ? found.TextContent : found.GetAttribute(Attribute);

    private static bool IsSelector(string text)
    {
        try
        {
            return new CssSelectorParser().ParseSelector(text) is not null;
        }
        catch (DomException)
        {
            return false;
        }
    }

    // Selectors hold no @ but inside brackets and quotes, and those are closed behind it.
    [GeneratedRegex(@"@([A-Za-z][A-Za-z0-9_:-]{0,60})\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();
}
