namespace Digest.Gather;

/// <summary>How a source stands towards being asked.</summary>
public enum SourceStanding
{
    /// <summary>It may be asked now.</summary>
    Due,

    /// <summary>It was read, and polling leaves it alone for a while.</summary>
    Fresh,

    /// <summary>It failed, and polling tries again later; a run asks it at once.</summary>
    Failing,

    /// <summary>Its server asked to wait (HTTP 429, 503); nobody asks it before.</summary>
    Waiting,

    /// <summary>Its server says it is gone for good (HTTP 410); it is asked once a week.</summary>
    Resting,
}
