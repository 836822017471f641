using System.Globalization;

namespace Digest.Gather.Web;

/// <summary>Turns a refusing HTTP status into a reason with its remedy.</summary>
internal static class StatusText
{
    public static WebAnswer.Failed Failure(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var text = string.Create(CultureInfo.InvariantCulture, $"HTTP {status}: {Remedy(status, response)}");

        // 429 and 503 with a time to wait are no accident: asking again at once would be impolite.
        return new WebAnswer.Failed(text, (status >= 500 || status == 408) && response.Headers.RetryAfter is null)
        {
            Status = status,
        };
    }

    private static string Remedy(int status, HttpResponseMessage response) => status switch
    {
        401 or 403 => "the server does not let this program read it; check the url in newsletter.yml",
        404 => "there is nothing at this address; check the url in newsletter.yml",
        410 => "it is gone for good; remove the source from newsletter.yml",
        429 or 503 when response.Headers.RetryAfter is { } wait => $"the server asks to wait ({wait}); try later",
        429 => "the server asks for fewer requests; try later",
        >= 500 => "the server has a fault; try later",
        _ => "not the answer of a feed; check the url in newsletter.yml",
    };
}
