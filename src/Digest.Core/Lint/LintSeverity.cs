namespace Digest.Lint;

/// <summary>How much a finding matters.</summary>
public enum LintSeverity
{
    /// <summary>Worth a look; often meant so.</summary>
    Info,

    /// <summary>Probably wrong; approving goes on.</summary>
    Warning,

    /// <summary>Readers would see a fault that cannot be taken back; approving refuses it.</summary>
    Error,
}
