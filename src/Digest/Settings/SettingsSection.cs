namespace Digest.Settings;

/// <summary>A section of the settings that the program knows, with the class it is bound to.</summary>
public sealed record SettingsSection(string Name, Type Options);
