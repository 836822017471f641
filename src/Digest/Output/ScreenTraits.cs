namespace Digest.Output;

/// <summary>What the two ends of the program's output can show.</summary>
public sealed record ScreenTraits
{
    public bool ResultsAreTerminal { get; init; }

    public bool MessagesAreTerminal { get; init; }

    /// <summary>False where <c>NO_COLOR</c> is set (no-color.org) or the terminal is dumb.</summary>
    public bool HasColour { get; init; }

    public static ScreenTraits OfProcess() => new()
    {
        ResultsAreTerminal = !Console.IsOutputRedirected && !IsDumb,
        MessagesAreTerminal = !Console.IsErrorRedirected && !IsDumb,
        HasColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !IsDumb,
    };

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") == "dumb";
}
