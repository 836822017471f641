using Digest.Gather.Web;

namespace Digest.Gather.MediaWiki;

/// <summary>Errors of a wiki's API in words, with their remedy.</summary>
internal static class WikiError
{
    /// <param name="code">The wiki's name for it.</param>
    /// <param name="info">The wiki's own words; may be empty.</param>
    /// <param name="answer">Where the wait stands, if one is asked for.</param>
    public static string Words(string code, string info, WebAnswer.Found answer)
    {
        var wait = answer.Headers.GetValueOrDefault("Retry-After") is { Length: <= 40 } seconds
            ? $"try again after {seconds} s"
            : "try later";
        return code switch
        {
            "maxlag" or "readonly" => $"the wiki is busy ({code}); {wait}",
            "ratelimited" or "actionthrottledtext" => $"the wiki asks for fewer requests ({code}); {wait}",
            "readapidenied" or "permissiondenied" =>
                $"the wiki shows this to members only ({code}); set token_env to an OAuth token of its own",
            "mwoauth-invalid-authorization" or "badtoken" =>
                $"the token is not accepted ({code}); make a new one and set the variable of token_env",
            _ when info.Length > 0 => $"the wiki refuses: {code}: {info}",
            _ => $"the wiki refuses: {code}",
        };
    }
}
