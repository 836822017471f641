using System.Runtime.CompilerServices;
using System.Text.Json;
using Digest.Gather.Web;

namespace Digest.Gather.Forges;

/// <summary>Asks a forge for lists, page after page.</summary>
/// <param name="rules">What is the forge's own.</param>
internal sealed class ForgeApi(WebSession web, ForgeRules rules)
{
    // A hundred descriptions of the longest kind that forges take.
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>True once the forge asked to wait: nothing more should be asked in this read.</summary>
    public bool MustWait { get; private set; }

    /// <summary>The pages of a list in the forge's order; none if the first one is the same as before.</summary>
    /// <param name="first">The address of the first page.</param>
    /// <param name="eTag">The validator of the copy at hand; null if there is none.</param>
    /// <exception cref="SourceTroubleException">A page cannot be read.</exception>
    public async IAsyncEnumerable<ForgePage> PagesAsync(
        Uri first, string? eTag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var address = first; address is not null;)
        {
            if (!seen.Add(address.AbsoluteUri))
                throw WebSession.Trouble(address, "the server pages in a circle; try later");

            if (await AskAsync(address, seen.Count == 1 ? eTag : null, cancellationToken) is not { } found)
                yield break;

            var root = WebSession.ParseJson(address, found.Bytes);
            if (root.ValueKind != JsonValueKind.Array)
                throw WebSession.Trouble(address, "the answer is no list; check the url in newsletter.yml");

            yield return new ForgePage([.. root.EnumerateArray()], found.ETag)
            {
                MovedTo = found.Moved ? found.Location : null,
            };
            address = Next(found, address);
        }
    }

    /// <returns>Null for "not modified".</returns>
    private async Task<WebAnswer.Found?> AskAsync(Uri address, string? eTag, CancellationToken cancellationToken)
    {
        var request = new WebRequest(address)
        {
            Accept = rules.Accept,
            ETag = eTag,
            Credentials = web.Token is { } token ? rules.Credentials(token) : null,
            MaxBytes = MostBytes,
        };
        switch (await web.AskAsync(request, cancellationToken))
        {
            case WebAnswer.Found found:
                return found;
            case WebAnswer.Failed failed:
                MustWait |= failed.Status is 429 or 503 || ForgeLimit.IsMet(failed);
                throw WebSession.Trouble(address, rules.Explain(failed, web.Token is not null) ?? failed.Reason);
            case WebAnswer.NotModified when eTag is not null:
                return null;
            default:
                throw WebSession.Trouble(address, "said 'not modified' to a request that had no validators");
        }
    }

    private static Uri? Next(WebAnswer.Found found, Uri page)
    {
        if (LinkHeader.Next(found.Headers.GetValueOrDefault("Link"), found.Location) is not { } next)
            return null;

        // A page elsewhere would be handed the token, and lies behind a name that nobody wrote into newsletter.yml.
        return next.GetLeftPart(UriPartial.Authority) == page.GetLeftPart(UriPartial.Authority)
            ? next
            : throw WebSession.Trouble(page, $"the next page lies on another server ({next.Authority})");
    }
}
