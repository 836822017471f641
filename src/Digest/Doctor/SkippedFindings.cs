namespace Digest.Doctor;

/// <summary>Says of each subject that nobody looked at it, and why.</summary>
public sealed class SkippedFindings(string reason, string remedy, params IReadOnlyList<string> subjects) : ICheck
{
    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>(
            [.. subjects.Select(subject => new Finding(Verdict.Skip, subject, reason, remedy))]);
}
