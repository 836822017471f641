namespace Digest.Compose.Stories.Titles;

/// <summary>FNV-1a over 64 bits: the same in every run, so that stories do not depend on the process.</summary>
internal static class TextHash
{
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Start;
        foreach (var character in text)
            hash = (hash ^ character) * Prime;

        return hash;
    }
}
