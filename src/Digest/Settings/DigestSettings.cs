using Microsoft.Extensions.Configuration;

namespace Digest.Settings;

/// <summary>The settings of one call of the program, checked, with absolute paths.</summary>
/// <param name="Configuration">File and environment together.</param>
/// <param name="Folder">What relative paths were resolved against.</param>
/// <param name="File">The settings file; null where there is none and the defaults hold.</param>
public sealed record DigestSettings(IConfiguration Configuration, string Folder, string? File);
