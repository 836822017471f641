using System.Globalization;

namespace Digest.Gather.Web;

/// <summary>Turns a refusing HTTP status into a reason with its remedy.</summary>
internal static class StatusText
{
    /// <param name="wait">What the server asks for; null if it asks for nothing.</param>
    public static WebAnswer.Failed Failure(int status, ServerWait? wait)
    {
        var text = wait?.Words(status)
            ?? string.Create(CultureInfo.InvariantCulture, $"HTTP {status}: {Remedy(status)}");

        // A time to wait is no accident: asking again at once would be impolite.
        return new WebAnswer.Failed(text, (status >= 500 || status == 408) && wait is null)
        {
            Status = status,
        };
    }

    private static string Remedy(int status) => status switch
    {
        401 or 403 => "the server does not let this program read it; check the url in newsletter.yml",
        404 => "there is nothing at this address; check the url in newsletter.yml",
        410 => "it is gone for good; remove the source from newsletter.yml",
        429 => "the server asks for fewer requests; try later",
        >= 500 => "the server has a fault; try later",
        _ => "not the answer of a feed; check the url in newsletter.yml",
    };
}
