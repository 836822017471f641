namespace Digest.Publish;

/// <summary>What publishing came to.</summary>
/// <param name="Folder">The absolute path of the public folder.</param>
/// <param name="Files">Names of all its files.</param>
/// <param name="Written">How many of them were new or different.</param>
public sealed record PublishReport(string Folder, IReadOnlyList<string> Files, int Written);
