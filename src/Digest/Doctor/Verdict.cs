namespace Digest.Doctor;

/// <summary>How bad a finding is.</summary>
public enum Verdict
{
    Pass,

    /// <summary>Works, but not as it should.</summary>
    Warn,

    /// <summary>Does not work.</summary>
    Fail,

    /// <summary>Not looked at.</summary>
    Skip,
}
