using Digest.Model;

namespace Digest.Lint;

/// <summary>An issue as the rules look at it.</summary>
internal sealed record LintSubject
{
    public required Newsletter Newsletter { get; init; }

    /// <summary>With the title and the days that the file names.</summary>
    public required Issue Issue { get; init; }

    public required LintReading Reading { get; init; }

    /// <summary>What the reader of drafts found wrong with the front matter.</summary>
    public IReadOnlyList<LintFault> HeadFaults { get; init; } = [];

    /// <summary>The numbered issue before this one; null for the first.</summary>
    public Issue? Previous { get; init; }

    /// <summary>What earlier issues link to: the title of the newest one, by the key of the address.</summary>
    public IReadOnlyDictionary<string, string> Told { get; init; } = new Dictionary<string, string>();

    /// <summary>Null where the issue cannot be rendered.</summary>
    public LintLetter? Letter { get; init; }

    public required LintAddresses Addresses { get; init; }
}

/// <summary>The rendered letter.</summary>
/// <param name="HtmlBytes">The size of the HTML part in bytes of UTF-8.</param>
/// <param name="Text">The text part.</param>
internal sealed record LintLetter(int HtmlBytes, string Text);

/// <summary>How the program compares addresses and takes off what tracks readers.</summary>
/// <param name="Key">What two addresses of one page share; null for what is no web address.</param>
/// <param name="WithoutTracking">The address without what only tracks its reader.</param>
internal sealed record LintAddresses(Func<string?, string?> Key, Func<string, string> WithoutTracking);
