namespace Digest.Gather;

/// <summary>
/// Ends the reading of a source from within its pages. <see cref="WebSourceReader"/> turns it into
/// <see cref="FetchOutcome.Failed"/>; it never leaves a connector.
/// </summary>
/// <param name="reason">One line: what, where and what to do; without secrets.</param>
internal sealed class SourceTroubleException(string reason) : Exception(reason)
{
    /// <summary>The address that its server says is gone for good (HTTP 410); null for other trouble.</summary>
    public Uri? Gone { get; init; }
}
