using Digest.Gather.Web;

namespace Digest.Gather.Forges;

/// <summary>What differs from forge to forge in asking.</summary>
internal sealed record ForgeRules
{
    /// <summary>The value of the Accept header.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>The header that carries a token.</summary>
    public required Func<string, (string Name, string Value)> Credentials { get; init; }

    /// <summary>
    /// The forge's own words for a failure and what to do, told whether there is a token; null where the usual ones do.
    /// </summary>
    public required Func<WebAnswer.Failed, bool, string?> Explain { get; init; }
}
