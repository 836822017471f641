using System.Diagnostics.CodeAnalysis;

namespace Digest.Model;

/// <summary>Names one issue in commands and addresses: <c>community-weekly/1</c>.</summary>
/// <param name="Newsletter">The newsletter's slug.</param>
/// <param name="Label">The number without leading zeros, or the name of a special issue.</param>
public sealed record IssueRef(string Newsletter, string Label)
{
    /// <summary>The stem of the issue's files: <c>001</c> for number 1, the label itself for a special issue.</summary>
    public string FileStem => Label.All(char.IsAsciiDigit) ? Label.PadLeft(3, '0') : Label;

    /// <summary>Reads <c>newsletter/label</c>; a number may be written with leading zeros.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out IssueRef? reference)
    {
        reference = null;
        if (text?.Split('/') is not [{ Length: > 0 } newsletter, { Length: > 0 } label])
            return false;

        var trimmed = label.All(char.IsAsciiDigit) ? label.TrimStart('0') : label;
        if (trimmed.Length == 0)
            return false;

        reference = new IssueRef(newsletter, trimmed);
        return true;
    }

    public override string ToString() => $"{Newsletter}/{Label}";
}
