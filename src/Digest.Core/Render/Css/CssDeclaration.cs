namespace Digest.Render.Css;

/// <summary>One <c>name: value</c> of a style sheet or a style attribute.</summary>
internal sealed record CssDeclaration(string Name, string Value, bool Important)
{
    private const string ImportantMark = "!important";

    /// <summary>Splits <c>color: red; margin: 0 !important</c>. What has no colon is left out.</summary>
    public static IReadOnlyList<CssDeclaration> ParseAll(string text) =>
        [.. CssText.Split(text, ';').Select(Parse).OfType<CssDeclaration>()];

    private static CssDeclaration? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return null;

        var value = text[(colon + 1)..].Trim();
        var important = value.EndsWith(ImportantMark, StringComparison.OrdinalIgnoreCase);
        if (important)
            value = value[..^ImportantMark.Length].TrimEnd();

        return new CssDeclaration(text[..colon].Trim().ToLowerInvariant(), value, important);
    }
}
