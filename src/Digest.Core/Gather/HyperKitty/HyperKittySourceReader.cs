using Digest.Gather.Listings;
using Digest.Gather.Mails;
using Digest.Gather.Web;
using Digest.Model;

namespace Digest.Gather.HyperKitty;

/// <summary>
/// The connector <c>hyperkitty</c>: the archive of a Mailman 3 list, asked for the mails of its window as a mailbox
/// file.
/// </summary>
internal sealed class HyperKittySourceReader(WebSessions sessions) : WebSourceReader(sessions)
{
    private const int MaxExportBytes = 25 * 1024 * 1024;

    // So far back the beginnings of threads are looked for, and the growth of those that were told.
    private const int ContextDays = 14;

    // After a long pause the window is asked for in pieces that stay below the cap.
    private const int DaysOfExport = 31;

    public static SourceKind Kind { get; } = new()
    {
        Type = "hyperkitty",
        Place = SourcePlace.Url,
        Example = "url: https://lists.example.org/archives/list/keel-dev@lists.example.org/",
    };

    public override string Type => Kind.Type;

    protected override async Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken)
    {
        var address = request.Source.Url!;
        if (ListAddress.Of(address) is not { } list)
            return new FetchOutcome.Failed($"{address.AbsoluteUri}: no list is named here; write '{Kind.Example}'");

        var warnings = new List<string>();
        var mails = new List<ListMail>();
        var last = DateOnly.FromDateTime(request.Now.UtcDateTime).AddDays(1);
        var start = DateOnly.FromDateTime(request.Since.UtcDateTime).AddDays(-ContextDays);
        for (; start < last; start = start.AddDays(DaysOfExport))
        {
            var end = start.AddDays(DaysOfExport);
            var messages = await ExportAsync(
                web, list, list.Export(start, end < last ? end : last), warnings, cancellationToken);
            mails.AddRange(messages.Select(message => Read(request, list, message)));
        }

        var memory = ListMemory.Read(request.State.Memory);
        var (items, next) = new ThreadItems(request, memory, list.Name).Of(mails);
        return new FetchOutcome.Fetched(items, warnings) { Memory = next.ToString() };
    }

    private static ListMail Read(SourceRequest request, ListAddress list, ReadOnlyMemory<byte> message)
    {
        var mail = ListMailReader.Read(message, request.Source.Language ?? request.Newsletter.Language);
        return mail with { Url = list.Message(mail.Id).AbsoluteUri };
    }

    private static async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ExportAsync(
        WebSession web, ListAddress list, Uri export, List<string> warnings, CancellationToken cancellationToken)
    {
        var asked = new WebRequest(export) { MaxBytes = MaxExportBytes };
        return await web.AskAsync(asked, cancellationToken) switch
        {
            WebAnswer.Found answer => Messages(export, answer.Bytes, warnings),
            WebAnswer.Failed { Status: 401 or 403 } => throw Private(export),
            WebAnswer.Failed { Status: 404 } => throw WebSession.Trouble(
                export, $"HTTP 404: there is no such list, or it exports nothing; try type: feed with {list.Feed}"),
            WebAnswer.Failed failed => throw WebSession.Trouble(export, failed.Reason),
            _ => throw WebSession.Trouble(export, "said 'not modified' to a request that had no validators"),
        };
    }

    private static IReadOnlyList<ReadOnlyMemory<byte>> Messages(
        Uri export, ReadOnlyMemory<byte> download, List<string> warnings)
    {
        var (octets, isCut) = Inflated.Of(download, MaxExportBytes);
        if (octets is not { } mbox)
            throw WebSession.Trouble(export, CappedRead.TooLarge(MaxExportBytes));

        var messages = ArchiveMbox.Split(mbox);
        if (messages.Count == 0 && HtmlPage.Looks(mbox))
            throw Private(export);
        if (messages.Count == 0 && mbox.Span.ContainsAnyExcept(" \t\r\n\0"u8))
            throw WebSession.Trouble(export, "the answer is no mailbox file; check the url in newsletter.yml");
        if (!isCut)
            return messages;

        warnings.Add($"{export.AbsoluteUri}: the end is missing; its last mail is left for the next run");
        return [.. messages.SkipLast(1)];
    }

    private static SourceTroubleException Private(Uri export) => WebSession.Trouble(
        export, "the archive wants a login: the list is private, and only public lists can be read");
}
