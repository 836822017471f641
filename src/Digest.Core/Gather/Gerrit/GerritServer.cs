using System.Text;
using System.Text.Json;
using Digest.Gather.Json;
using Digest.Gather.Web;

namespace Digest.Gather.Gerrit;

/// <summary>One review server during one read.</summary>
internal sealed class GerritServer(WebSession web, GerritAddress address)
{
    // Changes carry every comment of their reviewers and of their robots.
    private const int MaxBytes = 16 * 1024 * 1024;

    private static readonly byte[] Prefix = ")]}'"u8.ToArray();
    private static readonly Version FirstWithMergedAfter = new(3, 4);

    private GerritWindow? _merged;

    /// <summary>All that a search finds, each change once, and how far the server itself kept to the time.</summary>
    /// <exception cref="SourceTroubleException">The server cannot be read.</exception>
    public async Task<(IReadOnlyList<JsonElement> Changes, GerritWindow Window)> FindAsync(
        string term, bool isMerged, DateTimeOffset since, List<string> warnings, CancellationToken cancellationToken)
    {
        var window = isMerged ? _merged ??= await BestWindowAsync(cancellationToken) : GerritWindow.UpdatedAfter;
        while (true)
        {
            var search = GerritSearch.InWindow(term, window, since);
            var found = await ReadAllAsync(search, window, since, warnings, cancellationToken);
            if (found is not null)
                return (found, window);

            // What an old server does not know it refuses as a whole.
            window++;
            if (isMerged)
                _merged = window;
        }
    }

    /// <summary>False if the server says that there is no such project, or none that this reader may see.</summary>
    public async Task<bool> HasProjectAsync(string name, CancellationToken cancellationToken) =>
        await web.AskAsync(Request(new Uri(address.Rest, $"projects/{Uri.EscapeDataString(name)}")), cancellationToken)
            is not WebAnswer.Failed { Status: 404 };

    private async Task<GerritWindow> BestWindowAsync(CancellationToken cancellationToken)
    {
        var request = Request(new Uri(address.Rest, "config/server/version"));
        return await web.AskAsync(request, cancellationToken) is WebAnswer.Found found
            && VersionOf(found.Bytes) is { } version && version < FirstWithMergedAfter
                ? GerritWindow.UpdatedAfter
                : GerritWindow.MergedAfter;
    }

    private static Version? VersionOf(ReadOnlyMemory<byte> answer)
    {
        var text = Encoding.UTF8.GetString(answer.Span[..Math.Min(answer.Length, 100)]);
        var number = new string([.. text.SkipWhile(c => !char.IsAsciiDigit(c))
            .TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]);
        return Version.TryParse(number.TrimEnd('.'), out var version) ? version : null;
    }

    /// <returns>Null if the server refuses the search and there is another way to ask.</returns>
    private async Task<IReadOnlyList<JsonElement>?> ReadAllAsync(
        string search,
        GerritWindow window,
        DateTimeOffset since,
        List<string> warnings,
        CancellationToken cancellationToken)
    {
        var changes = new Dictionary<long, JsonElement>();
        for (var start = 0; ;)
        {
            if (await ReadPageAsync(search, start, window, cancellationToken) is not { } page)
                return null;

            var fresh = page.Changes.Count(change =>
                change.Number("_number") is { } number && changes.TryAdd(number, change));
            Warn(page, warnings);
            if (!page.HasMore || (window == GerritWindow.None && page.IsAllBefore(since)))
                return [.. changes.Values];

            // A server that does not count on from S would say the same for ever.
            if (fresh == 0)
                throw WebSession.Trouble(address.Web, "the server sends the same page again and again; try later");

            start += page.Changes.Count;
        }
    }

    private async Task<GerritPage?> ReadPageAsync(
        string search, int start, GerritWindow window, CancellationToken cancellationToken)
    {
        var request = Request(GerritSearch.Address(address.Rest, search, start));
        return await web.AskAsync(request, cancellationToken) switch
        {
            WebAnswer.Found found => GerritPage.Of(Parse(request.Address, found.Bytes))
                ?? throw WebSession.Trouble(request.Address, "the answer is no list of changes; check the url"),
            WebAnswer.Failed { Status: 400 } when window != GerritWindow.None => null,
            WebAnswer.Failed { Status: 400 } => throw WebSession.Trouble(
                request.Address, "the server does not understand the search; correct projects, branch or query"),
            WebAnswer.Failed { Status: 401 } when address.Login is not null => throw WebSession.Trouble(
                address.Web, "the server refuses the login; set user:password in the variable of token_env anew"),
            WebAnswer.Failed failed => throw WebSession.Trouble(request.Address, failed.Reason),
            _ => throw WebSession.Trouble(request.Address, "said 'not modified' to a request without validators"),
        };
    }

    private WebRequest Request(Uri target) => new(target)
    {
        Accept = "application/json",
        Credentials = address.Login,
        MaxBytes = MaxBytes,
    };

    // Every answer begins with a line that no script can run (rest-api.html#output). Without it this is not Gerrit
    // but a page of something before it: a login, a proxy, an error.
    private static JsonElement Parse(Uri target, ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith(Prefix)
            ? WebSession.ParseJson(target, bytes[Prefix.Length..])
            : throw WebSession.Trouble(target, "the answer is not that of a Gerrit server; check the url");

    private void Warn(GerritPage page, List<string> warnings)
    {
        var nameless = page.Changes.Count(change => change.Number("_number") is null);
        if (nameless > 0)
            warnings.Add(FormattableString.Invariant($"{address.Web}: {nameless} changes without a number left out"));
    }
}
