using Digest.Model;

namespace Digest.Newsletters;

/// <summary>
/// Every error of the settings at once, a line each: <c>file:line: key: what is wrong; what would be right</c>.
/// </summary>
public sealed class SettingsException(IReadOnlyList<string> errors)
    : DigestException(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<string> Errors { get; } = errors;
}
