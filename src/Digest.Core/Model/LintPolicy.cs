namespace Digest.Model;

/// <summary>What a newsletter makes of the rules its issues are checked by. Each holds ids of rules.</summary>
public sealed record LintPolicy
{
    public static LintPolicy Default { get; } = new();

    /// <summary>Rules that refuse an approval, whatever their own severity.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>Rules that only warn.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Rules that are not looked at.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];
}
