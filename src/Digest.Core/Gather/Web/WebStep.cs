namespace Digest.Gather.Web;

/// <summary>What one request came to: an answer, or an address to ask next.</summary>
internal sealed record WebStep
{
    /// <summary>Null for a redirect.</summary>
    public WebAnswer? Answer { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public Uri? Location { get; init; }

    /// <summary>True for a redirect that is meant for good (HTTP 301, 308).</summary>
    public bool IsForGood { get; init; }

    /// <summary>0 where there was no answer.</summary>
    public int Status { get; init; }

    public ServerWait? Wait { get; init; }

    public static WebStep Failed(string reason, bool mayPass) =>
        new() { Answer = new WebAnswer.Failed(reason, mayPass) };
}
