namespace Digest.Newsletters;

/// <summary>A text of a settings file with its place.</summary>
/// <param name="Key">The keys from the outside in, such as <c>sections[0].title</c>.</param>
internal sealed record SettingsText(string Text, int Line, string Key);
