using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Doctor;

/// <summary>
/// The address that stands in letters, pages and feeds: one-click unsubscribing needs https (RFC 8058 §3.1).
/// </summary>
public sealed class PublicUrlFindings(IOptions<WebOptions> web) : ICheck
{
    private const string Subject = "public address";
    private static readonly string[] Examples = ["example.org", "example.com", "example.net", "example"];

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([Judge(web.Value.PublicUrl)]);

    /// <summary>True for the names that are set apart for examples (RFC 2606).</summary>
    public static bool IsExample(Uri url) => Examples.Any(example =>
        url.Host == example || url.Host.EndsWith($".{example}", StringComparison.Ordinal));

    private static Finding Judge(Uri url)
    {
        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)
            return new Finding(Verdict.Fail, Subject, $"{url} is not https", "set Web:PublicUrl to an https address");
        if (IsExample(url))
        {
            return new Finding(
                Verdict.Warn, Subject, $"{url} is an example", "set Web:PublicUrl to the address the world sees");
        }

        return url.IsLoopback
            ? new Finding(Verdict.Warn, Subject, $"{url} is for this host only", "set Web:PublicUrl before you send")
            : new Finding(Verdict.Pass, Subject, url.AbsoluteUri);
    }
}
