namespace Digest.EndToEndTests;

/// <summary>How a call of the program ended.</summary>
public sealed record ProgramResult(int ExitCode, string Output, string Errors)
{
    /// <summary>What it said on stderr, a line each.</summary>
    public IReadOnlyList<string> ErrorLines { get; } =
        Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
