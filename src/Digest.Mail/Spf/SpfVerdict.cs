namespace Digest.Mail.Spf;

/// <summary>The results of RFC 7208 §2.6.</summary>
public enum SpfVerdict
{
    /// <summary>The domain publishes no record.</summary>
    None,
    Neutral,
    Pass,
    Fail,
    SoftFail,

    /// <summary>DNS could not say; a later try may.</summary>
    TempError,

    /// <summary>The record, or one it leads to, is wrong.</summary>
    PermError,
}
