using Digest.Markup;

namespace Digest.Gather.Forges;

/// <summary>Texts of a forge as an item has them.</summary>
internal static class ForgeText
{
    /// <summary>One harmless line; null if nothing is left.</summary>
    public static string? Name(string? text) => PlainLine.Of(text ?? "") is { Length: > 0 } line ? line : null;

    /// <summary>The labels that name a thing rather than its state in the forge; each is a tag.</summary>
    public static IEnumerable<string> Labels(IEnumerable<string> labels) =>
        labels.Select(PlainLine.Of).Where(label => label.Length is > 0 and <= 60).Take(20);
}
