using Digest.Markup;

namespace Digest.Gather;

/// <summary>Puts tags together.</summary>
internal static class ItemTags
{
    /// <summary>Every tag once, whatever its case, as first written and in the order met.</summary>
    public static IReadOnlyList<string> Union(params ReadOnlySpan<IEnumerable<string>> lists)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var union = new List<string>();
        foreach (var list in lists)
            union.AddRange(list.Select(PlainLine.Of).Where(tag => tag.Length > 0 && seen.Add(tag)));

        return union;
    }
}
