namespace Digest.Render.Css;

/// <summary>A selector list with its declarations.</summary>
internal sealed record CssRule(string Selectors, IReadOnlyList<CssDeclaration> Declarations);
