namespace Digest.Compose.Stories.Titles;

/// <summary>How far two titles tell of the same.</summary>
/// <param name="Score">0 to 1; 0 where something forbids it.</param>
/// <param name="Veto">What forbids it, in an editor's words; null where nothing does.</param>
internal readonly record struct Likeness(float Score, string? Veto)
{
    public int Percent => (int)MathF.Round(Score * 100);
}
