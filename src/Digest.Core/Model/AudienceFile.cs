namespace Digest.Model;

/// <summary>A subscriber list kept as a CSV file beside the newsletter.</summary>
/// <param name="Path">The absolute path of the CSV file.</param>
/// <param name="Consent">Where the consent of these readers comes from.</param>
public sealed record AudienceFile(string Path, string Consent);
