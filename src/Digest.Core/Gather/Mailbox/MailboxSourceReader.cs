using System.Globalization;
using Digest.Gather.Mails;
using Digest.Model;

namespace Digest.Gather.Mailbox;

/// <summary>
/// The connector <c>mailbox</c>: mails that lie in a Maildir, a mailbox file or a folder of <c>.eml</c> files, such as
/// newsletters that somebody forwards. Which mails were read is kept as hashes: nothing in the mailbox changes.
/// </summary>
internal sealed class MailboxSourceReader : ISourceReader
{
    private static readonly SourceSetting From = new("from", "news@driftwood.example") { IsList = true };

    public static SourceKind Kind { get; } = new()
    {
        Type = "mailbox",
        Place = SourcePlace.Path,
        Example = "path: sources/inbox",
        Settings = [From],
    };

    public string Type => Kind.Type;

    public async Task<FetchOutcome> ReadAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var path = request.Source.Path ?? "";
        if (!File.Exists(path) && !Directory.Exists(path))
            return new FetchOutcome.Failed(
                $"{path}: there is no such mailbox; check its path in newsletter.yml");

        try
        {
            return await ReadMailsAsync(request, path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FetchOutcome.Failed($"{path}: the mailbox cannot be read: {exception.Message}");
        }
    }

    private static async Task<FetchOutcome> ReadMailsAsync(
        SourceRequest request, string path, CancellationToken cancellationToken)
    {
        var memory = ListMemory.Read(request.State.Memory);
        var known = memory.Seen.ToHashSet(StringComparer.Ordinal);
        var (mails, met) = (new List<ListMail>(), new List<string>());
        var language = request.Source.Language ?? request.Newsletter.Language;
        await foreach (var octets in MailboxFiles.ReadAsync(path, request.Now, cancellationToken))
        {
            var mail = ListMailReader.Read(octets, language);
            met.Add(ListMemory.Hash(mail.Id));
            if (known.Add(met[^1]) && IsNew(mail, request, memory) && IsFrom(mail, request.Source))
                mails.Add(mail);
        }

        var items = mails.Where(mail => !ListMailReader.IsPrivate(mail.Entity.Headers))
            .Select(mail => MailboxItem.Of(mail, request))
            .ToList();
        return new FetchOutcome.Fetched(
            [.. items.DistinctBy(item => item.ExternalId, StringComparer.Ordinal)],
            Warnings(path, mails.Count - items.Count))
        {
            Memory = memory.With(met, []).ToString(),
        };
    }

    private static string[] Warnings(string path, int leftOut) => leftOut == 0
        ? []
        : [string.Create(CultureInfo.InvariantCulture, $"{path}: {leftOut} left out: their senders want no archive")];

    /// <summary>
    /// Before the first read the window decides. Afterwards what was not seen is new, however old its date; only what
    /// the memory may have forgotten is judged by its date again.
    /// </summary>
    private static bool IsNew(ListMail mail, SourceRequest request, ListMemory memory) =>
        (!memory.IsNew && !memory.IsFull) || !(mail.Date < request.Since);

    private static bool IsFrom(ListMail mail, SourceDefinition source)
    {
        var wanted = source.Settings.Texts(From.Name);
        return wanted.Count == 0 || mail.Entity.Headers.Mailboxes("From").Any(from => wanted.Any(text =>
            from.Address.Contains(text, StringComparison.OrdinalIgnoreCase)
            || from.Name?.Contains(text, StringComparison.OrdinalIgnoreCase) == true));
    }
}
