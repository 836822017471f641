using System.ComponentModel.DataAnnotations;

namespace Digest.Model;

/// <summary>
/// Where files lie. Relative paths are made absolute from the settings file's folder before anything reads them.
/// </summary>
public sealed class PathsOptions
{
    public const string Section = "Paths";

    /// <summary>The folder with one folder per newsletter.</summary>
    [Required]
    public string Digests { get; set; } = "digests";

    /// <summary>The folder of Handlebars templates.</summary>
    [Required]
    public string Templates { get; set; } = "templates";

    /// <summary>The folder of the database, the file transport's outbox and the keys.</summary>
    [Required]
    public string Data { get; set; } = "data";
}
