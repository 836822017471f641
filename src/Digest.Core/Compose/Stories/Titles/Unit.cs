namespace Digest.Compose.Stories.Titles;

/// <summary>What a title is a row of: a word, a number, one character of Chinese.</summary>
/// <param name="Hash">Of its plain form; equal forms have equal hashes in every run.</param>
/// <param name="Weight">How much it says, 0 to 1.</param>
/// <param name="IsName">True for what looks like a name: of a project, a place, a person.</param>
internal readonly record struct Unit(ulong Hash, UnitKind Kind, float Weight, bool IsName)
{
    /// <summary>True if a title with another unit in its place tells of another thing.</summary>
    public bool Tells => Kind == UnitKind.Sign ? Weight > Weights.Particle : Weight > Weights.Common;
}

internal enum UnitKind
{
    /// <summary>A word with spaces around it, or of katakana.</summary>
    Word,

    /// <summary>A number, a date's part, a version.</summary>
    Number,

    /// <summary>One character of Chinese, Japanese or Korean.</summary>
    Sign,
}

/// <summary>How much words say.</summary>
internal static class Weights
{
    public const float Empty = 0.1f;
    public const float Particle = 0.15f;
    public const float Common = 0.35f;
    public const float Act = 0.5f;
    public const float Pair = 0.6f;
    public const float Full = 1f;
}
