using AngleSharp.Css;

namespace Digest.Render.Css;

/// <summary>
/// The declarations that reached one element. The winner of a property is found as CSS says: important ones first, then
/// the element's own style attribute, then the more specific selector, then the later rule.
/// </summary>
internal sealed class Cascade
{
    private readonly List<Entry> _entries = [];

    public void Add(CssDeclaration declaration, Priority specificity) =>
        _entries.Add(new Entry(declaration, false, specificity, _entries.Count));

    public void AddOwn(CssDeclaration declaration) =>
        _entries.Add(new Entry(declaration, true, Priority.Inline, _entries.Count));

    /// <summary>
    /// The style attribute. Weaker declarations come first, so that <c>margin: 0</c> and a stronger
    /// <c>margin-top: 8px</c> mean the same after inlining. No !important is left: nothing competes any more.
    /// </summary>
    public string ToStyle()
    {
        var ordered = _entries
            .OrderBy(entry => entry.Declaration.Important)
            .ThenBy(entry => entry.IsOwn)
            .ThenBy(entry => entry.Specificity)
            .ThenBy(entry => entry.Order)
            .Select(entry => entry.Declaration)
            .ToList();
        var winners = ordered.Where((one, i) => !ordered.Skip(i + 1).Any(later => later.Name == one.Name));
        return string.Join("; ", winners.Select(one => $"{one.Name}: {one.Value}"));
    }

    private sealed record Entry(CssDeclaration Declaration, bool IsOwn, Priority Specificity, int Order);
}
