using Digest.Deliver;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Doctor;

/// <summary>
/// The unsubscribe page, called as mail providers call it (RFC 8058). The token is real and belongs to nobody, so a
/// call unsubscribes nobody. The clock of the answering server is compared on the way.
/// </summary>
public sealed class UnsubscribeFindings(
    UnsubscribeProbe probe,
    Func<UnsubscribeTokens> tokens,
    SiteAddress site,
    IOptions<WebOptions> web,
    IReadOnlyList<MailSender> senders,
    TimeProvider clock) : ICheck
{
    public const string Subject = "unsubscribe";

    private const string Nobody = "doctor";
    private const string NotAsked = "no server was asked for its time";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (Obstacle(web.Value.PublicUrl) is { } obstacle)
            return [Skip(Subject, obstacle), Skip(ClockFindings.Subject, NotAsked)];

        try
        {
            return await CallAsync(site.Unsubscribe(tokens().Mint(senders[0].Newsletter, Nobody)), cancellationToken);
        }
        catch (DigestException trouble)
        {
            return [new Finding(Verdict.Fail, Subject, trouble.Message, "mend the key")];
        }
        catch (Exception trouble) when (trouble is HttpRequestException
            || (trouble is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return [Unreachable(web.Value.PublicUrl, trouble), Skip(ClockFindings.Subject, NotAsked)];
        }
    }

    /// <summary>An address on this host is for trying things out, where no worker need be up.</summary>
    private static Finding Unreachable(Uri url, Exception trouble) => new(
        url.IsLoopback ? Verdict.Warn : Verdict.Fail,
        Subject,
        $"{url} cannot be reached: {trouble.Message}",
        "start digest serve, and lead that address to it");

    private string? Obstacle(Uri url)
    {
        if (senders.Count == 0)
            return "there is no newsletter to leave";
        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)
            return $"{url} is not https";
        return PublicUrlFindings.IsExample(url) ? $"{url} is an example" : null;
    }

    private async Task<IReadOnlyList<Finding>> CallAsync(string url, CancellationToken cancellationToken)
    {
        var read = await probe.CallAsync(url, null, cancellationToken);
        using var urlencoded = UnsubscribeProbe.Urlencoded();
        using var multipart = UnsubscribeProbe.Multipart();
        using var again = UnsubscribeProbe.Urlencoded();
        var first = await probe.CallAsync(url, urlencoded, cancellationToken);
        var second = await probe.CallAsync(url, multipart, cancellationToken);
        var forged = await probe.CallAsync(Forged(url), again, cancellationToken);

        string?[] faults =
        [
            Fault("GET", read), Fault("POST urlencoded", first), Fault("POST multipart/form-data", second),
            (int)forged.Status is >= 400 and < 500
                ? null
                : $"a forged link is answered with {(int)forged.Status} and not refused",
        ];
        var found = faults.OfType<string>()
            .Select(fault => new Finding(Verdict.Fail, Subject, fault, "lead /unsubscribe/ to digest serve unchanged"))
            .DefaultIfEmpty(new Finding(Verdict.Pass, Subject, "both forms of one click work, a forged link does not"));
        return [.. found, ClockFindings.Judge(first.Date, clock.GetUtcNow())];
    }

    /// <summary>Another last letter spells octets that no key signed.</summary>
    private static string Forged(string url) => url[..^2] + (url[^2] == 'A' ? 'B' : 'A') + url[^1];

    private static string? Fault(string call, UnsubscribeReply reply)
    {
        if (!reply.IsDone)
            return $"{call} is answered with {(int)reply.Status}";
        return reply.SetsCookie ? $"{call} is answered with a cookie" : null;
    }

    private static Finding Skip(string subject, string reason) => new(Verdict.Skip, subject, reason);
}
