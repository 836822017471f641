using Digest.Model;

namespace Digest.Markup;

/// <summary>A text split into front matter and body.</summary>
/// <param name="FrontMatter">Empty if there is none.</param>
/// <param name="BodyStart">The index in the text where the body begins (after the closing fence's line end).</param>
/// <param name="Warnings">What could not be read, with the line number.</param>
public sealed record FrontMatterResult(FrontMatter FrontMatter, int BodyStart, IReadOnlyList<string> Warnings);
