using Digest.Gather.Listings;
using Digest.Gather.Mails;
using Digest.Gather.Web;
using Digest.Model;

namespace Digest.Gather.Pipermail;

/// <summary>
/// The connector <c>pipermail</c>: the archive of a Mailman 2 list. The month that goes on grows under one address, so
/// every file of the window is asked for with its validators, and read whole when it changed.
/// </summary>
internal sealed class PipermailSourceReader(WebSessions sessions) : WebSourceReader(sessions)
{
    // A month of the busiest lists, unpacked.
    private const int MaxFileBytes = 25 * 1024 * 1024;

    // So far back the beginnings of threads are looked for, and the growth of those that were told.
    private const int ContextDays = 14;

    public static SourceKind Kind { get; } = new()
    {
        Type = "pipermail",
        Place = SourcePlace.Url,
        Example = "url: https://lists.example.org/pipermail/keel-dev/",
    };

    public override string Type => Kind.Type;

    protected override async Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken)
    {
        var address = request.Source.Url!;
        var index = ArchiveIndex.Read(await web.GetAsync(new WebRequest(Folder(address)), cancellationToken));
        var read = new Reading(request, web, index.Folder, ListMemory.Read(request.State.Memory));
        var files = index.Between(
            DateOnly.FromDateTime(request.Since.UtcDateTime.AddDays(-ContextDays)),
            DateOnly.FromDateTime(request.Now.UtcDateTime.AddDays(1))).ToList();
        foreach (var file in files)
            await ReadFileAsync(read, file, cancellationToken);

        return OutcomeOf(read, files.Count, NameOf(index.Folder.Folder));
    }

    private static FetchOutcome OutcomeOf(Reading read, int files, string listName)
    {
        if (files > 0 && read.Unchanged == files)
            return new FetchOutcome.Unchanged();
        if (files > 0 && read.LeftOut == files)
            return new FetchOutcome.Failed(read.Warnings[0]);

        var (items, memory) = new ThreadItems(read.Request, read.Memory, listName).Of(read.Mails);
        return new FetchOutcome.Fetched(items, read.Warnings)
        {
            Memory = (memory with { Files = read.Validators }).ToString(),
        };
    }

    private static async Task ReadFileAsync(Reading read, ArchiveFile file, CancellationToken cancellationToken)
    {
        var address = read.Index.Address(file.Name);
        var known = read.Memory.Files.GetValueOrDefault(file.Name);
        var asked = new WebRequest(address)
        {
            ETag = known?.ETag,
            LastModified = known?.LastModified,
            MaxBytes = MaxFileBytes,
        };
        switch (await read.Web.AskAsync(asked, cancellationToken))
        {
            case WebAnswer.NotModified:
                read.Unchanged++;
                read.Validators[file.Name] = known!;
                break;
            case WebAnswer.Found found:
                var mails = Mails(read, file, found);
                read.Mails.AddRange(mails.Count == 0 ? mails : await LocateAsync(read, file, mails, cancellationToken));
                break;

            // One file that is gone or too large must not hide the others; a server in trouble is left alone.
            case WebAnswer.Failed { Status: null or 404 or 410, MayPass: false } failed:
                read.LeaveOut($"{address.AbsoluteUri}: left out: {failed.Reason}");
                break;
            case WebAnswer.Failed failed:
                throw WebSession.Trouble(address, failed.Reason);
        }
    }

    private static List<ListMail> Mails(Reading read, ArchiveFile file, WebAnswer.Found found)
    {
        var (octets, isCut) = Inflated.Of(found.Bytes, MaxFileBytes);
        if (octets is not { } mbox)
        {
            read.LeaveOut($"{found.Location.AbsoluteUri}: left out: {CappedRead.TooLarge(MaxFileBytes)}");
            return [];
        }

        var messages = Messages(found.Location, mbox);
        if (isCut)
        {
            read.Warnings.Add($"{found.Location.AbsoluteUri}: the end is missing; its last mail waits");
            messages = [.. messages.SkipLast(1)];
        }
        else
            read.Validators[file.Name] = new Validators(found.ETag, found.LastModified);

        var language = read.Request.Source.Language ?? read.Request.Newsletter.Language;
        return [.. messages.Select(message => ListMailReader.Read(message, language))];
    }

    private static IReadOnlyList<ReadOnlyMemory<byte>> Messages(Uri place, ReadOnlyMemory<byte> mbox)
    {
        var messages = ArchiveMbox.Split(mbox);
        if (messages.Count == 0 && HtmlPage.Looks(mbox))
            throw WebSession.Trouble(place, "a web page, not the mails of a month; is the archive public?");

        return messages.Count > 0 || !mbox.Span.ContainsAnyExcept(" \t\r\n\0"u8)
            ? messages
            : throw WebSession.Trouble(place, "no mails are in it; check the url in newsletter.yml");
    }

    private static async Task<IReadOnlyList<ListMail>> LocateAsync(
        Reading read, ArchiveFile file, List<ListMail> mails, CancellationToken cancellationToken)
    {
        var threads = read.Index.Address($"{file.Volume}/thread.html");
        foreach (var address in new[] { read.Index.Address($"{file.Volume}/date.html"), threads })
        {
            switch (await read.Web.AskAsync(new WebRequest(address), cancellationToken))
            {
                case WebAnswer.Found found:
                    return ArchivePage.Locate(mails, HtmlPage.Read(found), threads);
                case WebAnswer.Failed { Status: 429 or 503 } failed:
                    throw WebSession.Trouble(address, failed.Reason);
            }
        }

        read.Warnings.Add($"{threads.AbsoluteUri}: no page lists these mails; they link to the archive");
        return [.. mails.Select(mail => mail with { Url = read.Index.Folder.AbsoluteUri })];
    }

    /// <summary>An archive's address is that of a folder, which people write without its slash.</summary>
    private static Uri Folder(Uri address) =>
        address.AbsolutePath.EndsWith('/') || Path.HasExtension(address.AbsolutePath)
            ? address
            : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;

    private static string NameOf(Uri folder) => Uri.UnescapeDataString(folder.Segments[^1].TrimEnd('/'));

    /// <summary>What one read has come to so far.</summary>
    private sealed record Reading(SourceRequest Request, WebSession Web, Listing Index, ListMemory Memory)
    {
        public List<ListMail> Mails { get; } = [];

        public List<string> Warnings { get; } = [];

        /// <summary>Of the files that were read to their end, now or before.</summary>
        public Dictionary<string, Validators> Validators { get; } = new(StringComparer.Ordinal);

        public int Unchanged { get; set; }

        public int LeftOut { get; private set; }

        public void LeaveOut(string warning)
        {
            LeftOut++;
            Warnings.Add(warning);
        }
    }
}
