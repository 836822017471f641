using System.Globalization;
using System.Text.Json;
using Digest.Gather.Json;
using Digest.Gather.Web;

namespace Digest.Gather.Discourse;

/// <summary>
/// How long a forum wants to be left alone: its <c>Retry-After</c>, or where a proxy took that away the
/// <c>extras.wait_seconds</c> of its answer.
/// </summary>
internal static class DiscourseLimit
{
    public static string Words(WebAnswer.Failed failed)
    {
        var wait = failed.Headers.GetValueOrDefault("Retry-After") is { Length: > 0 and <= 40 } header
            ? header
            : SecondsOf(failed.Body)?.ToString(CultureInfo.InvariantCulture);
        return wait switch
        {
            null => "HTTP 429: the forum asks for fewer requests; try later",
            _ when wait.All(char.IsAsciiDigit) => $"HTTP 429: the forum asks to wait {wait} s; try later",
            _ => $"HTTP 429: the forum asks to wait until {wait}; try later",
        };
    }

    private static long? SecondsOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Part("extras").Number("wait_seconds") is > 0 and var seconds ? seconds : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
