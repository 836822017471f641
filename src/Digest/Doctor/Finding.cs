namespace Digest.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Verdict">How bad it is.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="Message">What is so. May quote untrusted text.</param>
/// <param name="Remedy">What to do about it; null where nothing is to be done.</param>
public sealed record Finding(Verdict Verdict, string Subject, string Message, string? Remedy = null)
{
    /// <summary>The subject as programs see it; never changes.</summary>
    public string Id => Subject.Replace(' ', '-');
}
