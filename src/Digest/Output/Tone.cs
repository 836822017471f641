namespace Digest.Output;

/// <summary>How a line is meant; a terminal shows it in colour.</summary>
public enum Tone
{
    Plain,
    Good,
    Warning,
    Bad,
    Quiet,
}
