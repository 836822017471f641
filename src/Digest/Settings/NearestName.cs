using Digest.Newsletters;

namespace Digest.Settings;

/// <summary>Words what to write instead of a name that is not known.</summary>
public static class NearestName
{
    /// <summary>A clause for a message: the name that was probably meant, or all there are.</summary>
    public static string Advice(string given, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToArray();
        return NearWord.Find(given, names) is { } near
            ? $"did you mean {near}?"
            : $"there are {string.Join(", ", names)}";
    }
}
