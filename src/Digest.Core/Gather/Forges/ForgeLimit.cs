using System.Globalization;
using Digest.Gather.Web;

namespace Digest.Gather.Forges;

/// <summary>
/// Limits on requests as forges tell them: a status 403 or 429 with <c>Retry-After</c>, or with a remainder of zero
/// and the second at which it is filled up again (<c>X-RateLimit-*</c>, <c>RateLimit-*</c>).
/// </summary>
internal static class ForgeLimit
{
    public static bool IsMet(WebAnswer.Failed failed) => failed.Status == 429
        || (failed.Status == 403 && (failed.Headers.ContainsKey("Retry-After") || Header(failed, "Remaining") == "0"));

    /// <summary>In words, with the end of the wait where the forge says one.</summary>
    public static string Words(WebAnswer.Failed failed, bool hasToken)
    {
        var limit = Header(failed, "Remaining") == "0" && long.TryParse(
            Header(failed, "Limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            ? string.Create(CultureInfo.InvariantCulture, $"the limit of {most} requests is used up")
            : "the server asks for fewer requests";
        var remedy = hasToken ? "" : "; a token (token_env) raises the limit";
        return string.Create(
            CultureInfo.InvariantCulture, $"HTTP {failed.Status}: {limit}; try again {End(failed)}{remedy}");
    }

    private static string End(WebAnswer.Failed failed)
    {
        if (failed.Headers.GetValueOrDefault("Retry-After") is { Length: <= 40 } wait)
            return wait.All(char.IsAsciiDigit) ? $"after {wait} s" : $"after {wait}";

        return long.TryParse(Header(failed, "Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            && second < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? string.Create(CultureInfo.InvariantCulture, $"after {DateTimeOffset.FromUnixTimeSeconds(second):u}")
            : "later";
    }

    private static string? Header(WebAnswer.Failed failed, string name) =>
        failed.Headers.GetValueOrDefault($"X-RateLimit-{name}")
        ?? failed.Headers.GetValueOrDefault($"RateLimit-{name}");
}
